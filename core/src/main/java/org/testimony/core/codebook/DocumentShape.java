package org.testimony.core.codebook;

import static org.testimony.core.codebook.Shape.flag;
import static org.testimony.core.codebook.Shape.list;
import static org.testimony.core.codebook.Shape.object;
import static org.testimony.core.codebook.Shape.oneOf;
import static org.testimony.core.codebook.Shape.optional;
import static org.testimony.core.codebook.Shape.required;
import static org.testimony.core.codebook.Shape.whole;
import static org.testimony.core.codebook.Shape.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;

/** The format of a codebook as JSON: every property, its type and its limits. */
final class DocumentShape {

  private static final int MOST_PARTS = 50;
  private static final int MOST_LABELS = 200;
  private static final int MOST_TARGETS = 500;
  private static final int MOST_RULES = 200;

  private static final Shape ID = words(Wording.ID);
  private static final Shape TITLE = words(Wording.TITLE);
  private static final Shape TEXT = words(Wording.TEXT);

  private static final Shape LABEL =
      object(
          required("id", ID),
          required("title", TITLE),
          required("definition", TEXT),
          optional("example", TEXT),
          optional("counterExample", TEXT),
          optional("key", words(Wording.KEY)),
          optional("color", whole(Numbers.COLOR)),
          optional("glyph", words(Wording.GLYPH)),
          optional("enabled", flag()));

  private static final Shape FEATURE =
      object(
          required("id", ID),
          required("title", TITLE),
          required("definition", TEXT),
          required("type", oneOf(types())),
          optional("required", flag()),
          optional("perTarget", flag()),
          optional("labels", list(LABEL, MOST_LABELS)),
          optional("enabled", flag()));

  private static final Shape LAYER =
      object(
          required("id", ID),
          required("title", TITLE),
          required("definition", TEXT),
          optional("guidance", TEXT),
          optional("example", TEXT),
          optional("counterExample", TEXT),
          required("letter", words(Wording.LETTER)),
          required("key", words(Wording.KEY)),
          required("color", whole(Numbers.COLOR)),
          optional("enabled", flag()),
          optional("features", list(FEATURE, MOST_PARTS)));

  private static final Shape RELATION =
      object(
          required("id", ID),
          required("title", TITLE),
          required("definition", TEXT),
          optional("example", TEXT),
          optional("counterExample", TEXT),
          required("from", ID),
          required("to", ID),
          optional("min", whole(Numbers.MIN)),
          optional("max", whole(Numbers.MAX)),
          optional("exempt", object(required("feature", ID), required("label", ID))),
          optional("enabled", flag()));

  private static final Shape STANCE =
      object(
          required("id", ID),
          required("title", TITLE),
          required("definition", TEXT),
          required("layer", ID),
          required("labels", list(LABEL, MOST_LABELS)),
          optional("scale", list(ID, MOST_LABELS)));

  private static final Shape TARGET =
      object(
          required("id", ID),
          required("title", words(Wording.PROPOSITION)),
          required("definition", TEXT));

  private static final Shape SWITCH =
      object(
          required("title", TITLE),
          required("definition", TEXT),
          required("value", DocumentShape::switchValue),
          optional("options", list(ID, MOST_PARTS)));

  private static final Shape RULE =
      object(
          required("number", whole(Numbers.RULE)),
          required("title", TITLE),
          required("text", TEXT),
          required("example", TEXT));

  /** The whole document. */
  static final Shape DOCUMENT =
      object(
          required("id", words(Wording.SLUG)),
          required("version", words(Wording.VERSION)),
          required("title", TITLE),
          required("description", TEXT),
          required("language", words(Wording.LANGUAGE)),
          required("licence", TITLE),
          optional("layers", list(LAYER, MOST_PARTS)),
          optional("relations", list(RELATION, MOST_PARTS)),
          optional("stance", STANCE),
          optional("articleFeatures", list(FEATURE, MOST_PARTS)),
          optional("targets", list(TARGET, MOST_TARGETS)),
          optional("switches", Shape.map(Wording.ID, SWITCH, MOST_PARTS)),
          optional("rules", list(RULE, MOST_RULES)));

  private DocumentShape() {}

  private static List<String> types() {
    return Arrays.stream(FeatureType.values()).map(FeatureType::name).toList();
  }

  private static void switchValue(JsonNode node, String at, Problems problems) {
    if (node.isTextual()) {
      ID.check(node, at, problems);
    } else if (!node.isBoolean()) {
      problems.add(at, Shape.wrongType("true, false or one of the options", node));
    }
  }
}

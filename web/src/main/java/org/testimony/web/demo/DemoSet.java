package org.testimony.web.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Content;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.annotation.ValueJson;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.Span;
import org.testimony.core.text.Utf16Offsets;

/**
 * One annotation file of the corpus as operations: quotes become spans, names become ids.
 *
 * @param file the annotation file
 * @param text of its article
 * @param codebookVersion in force
 */
record DemoSet(JsonObject file, ArticleText text, String codebookVersion) {

  /** The operations in the order in which a person would make them; submits a finished set. */
  List<Operation> operations() {
    List<Change> changes = new ArrayList<>();
    Map<String, AnnotationId> ids = new HashMap<>();
    for (JsonObject span : file.objects("spans")) {
      AnnotationId id = new AnnotationId(UUID.randomUUID());
      ids.put(span.text("ref"), id);
      changes.add(new Change.AddSpan(id, content(span)));
    }
    for (JsonObject relation : file.objects("relations")) {
      Relation.Ends ends =
          new Relation.Ends(
              relation.text("type"),
              named(ids, relation.text("from")),
              named(ids, relation.text("to")));
      changes.add(new Change.Link(new RelationId(UUID.randomUUID()), ends));
    }
    for (JsonObject judgement : file.objects("judgements")) {
      changes.add(
          new Change.Judge(
              named(ids, judgement.text("claim")),
              judgement.text("target"),
              Optional.empty(),
              Optional.of(judgement.text("value"))));
    }
    for (JsonObject value : file.objects("values")) {
      changes.add(
          new Change.SetArticleValue(
              new ValueKey(value.text("feature"), value.optionalText("target")),
              Optional.empty(),
              ValueJson.readValue(value, "value")));
    }
    if (file.text("state").equals("SUBMITTED")) {
      changes.add(new Change.Submit(true));
    }
    List<Operation> operations = new ArrayList<>();
    for (Change change : changes) {
      operations.add(
          new Operation(
              UUID.randomUUID(),
              operations.size() + 1L,
              change,
              Operation.Input.IMPORT,
              codebookVersion));
    }
    return operations;
  }

  private static AnnotationId named(Map<String, AnnotationId> ids, String name) {
    return Optional.ofNullable(ids.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no span is called " + name));
  }

  private Content content(JsonObject span) {
    List<String> quotes = span.texts("quote");
    List<Fragment> fragments = new ArrayList<>();
    for (int i = 0; i < quotes.size(); i++) {
      int occurrence = span.has("occurrence") ? span.elements("occurrence").get(i).intValue() : 1;
      fragments.add(find(quotes.get(i), occurrence));
    }
    Span place = new Span(fragments);
    return new Content(
        span.text("layer"),
        place,
        text.slices(place),
        ValueJson.readFeatures(span, "features"),
        span.optionalText("note"),
        span.flag("discuss"));
  }

  private Fragment find(String quote, int occurrence) {
    int at = -1;
    for (int i = 0; i < occurrence; i++) {
      at = text.characters().indexOf(quote, at + 1);
      if (at < 0) {
        throw new IllegalArgumentException(
            "the text does not hold “%s” %d times".formatted(quote, occurrence));
      }
    }
    Utf16Offsets offsets = new Utf16Offsets(text);
    return new Fragment(offsets.toCodePoints(at), offsets.toCodePoints(at + quote.length()));
  }
}

package org.testimony.web.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Content;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Origin;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.codebook.Target;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/** Small sets for the tests of this package, on one text under the default codebook. */
final class Sets {

  static final ArticleText TEXT =
      ArticleText.of("\"We oppose it,\" Holt said. \"It costs \uD83D\uDE80 too much.\"\nThe end.");

  static final Codebook CODEBOOK =
      DefaultCodebook.newsClaims()
          .withTarget(new Target("T1", "The tunnel should be built.", "The crossing as planned."));

  private Sets() {}

  static AnnotationId id(int number) {
    return new AnnotationId(new UUID(0, number));
  }

  static Content content(String layer, Map<String, FeatureValue> features, int... offsets) {
    List<Fragment> fragments = new java.util.ArrayList<>();
    for (int i = 0; i < offsets.length; i += 2) {
      fragments.add(new Fragment(offsets[i], offsets[i + 1]));
    }
    Span span = new Span(fragments);
    return new Content(layer, span, TEXT.slices(span), features, Optional.empty(), false);
  }

  /** A claim of the two halves of the interrupted quotation. */
  static Annotation claim(int number) {
    Map<String, FeatureValue> features =
        Map.of(
            "form", FeatureValue.of("DIRECT"),
            "kind", FeatureValue.of("VALUE"),
            "negated", FeatureValue.on());
    return new Annotation(id(number), content("Claim", features, 0, 15, 27, 49), Origin.MANUAL);
  }

  /** The name Holt. */
  static Annotation speaker(int number) {
    return new Annotation(
        id(number),
        content("Speaker", Map.of("type", FeatureValue.of("PERSON")), 16, 20),
        Origin.MANUAL);
  }

  static Relation relation(int number, String type, int from, int to) {
    return new Relation(
        new RelationId(new UUID(1, number)), new Relation.Ends(type, id(from), id(to)));
  }

  static Operation operation(int number, Change change, String version) {
    return new Operation(new UUID(2, number), number, change, Operation.Input.KEY, version);
  }
}

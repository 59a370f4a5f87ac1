package org.testimony.core.annotation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.assignment.Phase;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.codebook.Target;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Span;

/** A small article under the default codebook, for tests. */
final class Example {

  static final ArticleText TEXT =
      ArticleText.of("Holt said the tunnel is “a blank cheque 🚇” and left. Dravik denied it.");
  static final Codebook CODEBOOK =
      DefaultCodebook.newsClaims()
          .withTarget(new Target("T1", "The tunnel should be built", "Building the tunnel."));
  static final AnnotationId CLAIM = new AnnotationId(new UUID(1, 1));
  static final AnnotationId SPEAKER = new AnnotationId(new UUID(1, 2));
  static final RelationId LINK = new RelationId(new UUID(2, 1));

  private Example() {}

  static Content content(String layer, Span span, Map<String, FeatureValue> features) {
    return new Content(layer, span, TEXT.slices(span), features, Optional.empty(), false);
  }

  static Content claim() {
    return content(
        "Claim",
        Span.of(10, 42),
        Map.of("form", FeatureValue.of("MIXED"), "kind", FeatureValue.of("VALUE")));
  }

  static Content speaker() {
    return content("Speaker", Span.of(0, 4), Map.of("type", FeatureValue.of("PERSON")));
  }

  static Relation.Ends saidBy() {
    return new Relation.Ends("SAID_BY", CLAIM, SPEAKER);
  }

  static Operation operation(Change change) {
    return new Operation(UUID.randomUUID(), 1, change, Operation.Input.KEY, "1.0.0");
  }

  static AnnotationSet complete() {
    return new Editor(TEXT, CODEBOOK, Phase.MARK)
        .replay(
            List.of(
                operation(new Change.AddSpan(CLAIM, claim())),
                operation(new Change.AddSpan(SPEAKER, speaker())),
                operation(new Change.Link(LINK, saidBy())),
                operation(
                    new Change.Judge(CLAIM, "T1", Optional.empty(), Optional.of("AGAINST")))));
  }
}

package org.testimony.core.annotation;

import java.util.List;
import java.util.Optional;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.Rejection.Code;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.Layer;
import org.testimony.core.codebook.RelationType;

/**
 * Which values a codebook allows where.
 *
 * @param codebook whose layers, features, labels, relations and targets count
 */
record Values(Codebook codebook) {

  /** The longest note, in UTF-16 units. */
  static final int MAX_NOTE = 4_000;

  /** The longest text of a feature, in UTF-16 units. */
  static final int MAX_TEXT = 1_000;

  static Optional<Rejection> noteRefusal(String note) {
    return note.isBlank() || note.length() > MAX_NOTE
        ? refused(
            Code.BAD_VALUE,
            "a note has 1 to %d characters, this one has %d".formatted(MAX_NOTE, note.length()))
        : Optional.empty();
  }

  /** Refuses a layer that the codebook does not have, or has switched off. */
  Optional<Rejection> layerRefusal(String layer) {
    return codebook.layer(layer).filter(Layer::enabled).isPresent()
        ? Optional.empty()
        : refused(Code.UNKNOWN_LAYER, "the codebook has no layer %s".formatted(layer));
  }

  /** Refuses a value that a feature of a layer cannot take; unsetting is always allowed. */
  Optional<Rejection> featureRefusal(Layer layer, String feature, Optional<FeatureValue> value) {
    if (layer.feature(feature).isEmpty()) {
      return refused(
          Code.UNKNOWN_FEATURE, "layer %s has no feature %s".formatted(layer.id(), feature));
    }
    return value.flatMap(v -> refusal(layer.feature(feature), v));
  }

  /** Refuses a value that a feature cannot take. */
  Optional<Rejection> refusal(Optional<Feature> asked, FeatureValue value) {
    if (asked.isEmpty()) {
      return refused(Code.UNKNOWN_FEATURE, "there is no such feature");
    }
    Feature feature = asked.get();
    return switch (feature.type()) {
      case CHOICE, ORDINAL ->
          value instanceof FeatureValue.One one
              ? labelRefusal(feature, List.of(one.text()))
              : wrongForm(feature, "one label");
      case CHOICES ->
          value instanceof FeatureValue.Many many
              ? labelRefusal(feature, many.labels())
              : wrongForm(feature, "a list of labels");
      case FLAG -> value instanceof FeatureValue.On ? Optional.empty() : wrongForm(feature, "true");
      case TEXT, SPEAKER, ANNOTATION ->
          value instanceof FeatureValue.One one && one.text().length() <= MAX_TEXT
              ? Optional.empty()
              : wrongForm(feature, "a text of at most %d characters".formatted(MAX_TEXT));
    };
  }

  private static Optional<Rejection> labelRefusal(Feature feature, List<String> labels) {
    for (String label : labels) {
      if (feature.label(label).filter(l -> l.enabled()).isEmpty()) {
        return refused(
            Code.UNKNOWN_LABEL, "feature %s has no label %s".formatted(feature.id(), label));
      }
    }
    return Optional.empty();
  }

  private static Optional<Rejection> wrongForm(Feature feature, String expected) {
    return refused(Code.BAD_VALUE, "feature %s takes %s".formatted(feature.id(), expected));
  }

  /** Refuses a value of the article that the codebook does not ask for. */
  Optional<Rejection> articleRefusal(ValueKey key, Optional<FeatureValue> value) {
    Optional<Feature> feature = codebook.articleFeature(key.feature());
    if (feature.isEmpty()) {
      return refused(
          Code.UNKNOWN_FEATURE, "the codebook has no article feature %s".formatted(key.feature()));
    }
    if (feature.get().perTarget() != key.target().isPresent()) {
      return refused(
          Code.UNKNOWN_TARGET,
          feature.get().perTarget()
              ? "feature %s is asked per target, none was named".formatted(key.feature())
              : "feature %s is not asked per target".formatted(key.feature()));
    }
    return key.target()
        .flatMap(this::targetRefusal)
        .or(() -> value.flatMap(v -> refusal(feature, v)));
  }

  private Optional<Rejection> targetRefusal(String target) {
    return codebook.target(target).isPresent()
        ? Optional.empty()
        : refused(Code.UNKNOWN_TARGET, "the codebook has no target %s".formatted(target));
  }

  /** Whether spans of this layer get a stance. */
  boolean isJudged(String layer) {
    return codebook.stance().filter(stance -> stance.layer().equals(layer)).isPresent();
  }

  /** Refuses a stance on other layers, toward unknown targets, or with unknown labels. */
  Optional<Rejection> judgementRefusal(String layer, String target, Optional<String> value) {
    if (!isJudged(layer)) {
      return refused(Code.BAD_VALUE, "layer %s is not judged".formatted(layer));
    }
    return targetRefusal(target)
        .or(
            () ->
                value
                    .filter(v -> codebook.stance().flatMap(s -> s.label(v)).isEmpty())
                    .flatMap(
                        v -> refused(Code.UNKNOWN_LABEL, "stance has no label %s".formatted(v))));
  }

  /** Refuses a relation that the codebook does not have, or not between these layers. */
  Optional<Rejection> endsRefusal(
      Relation.Ends ends, Optional<String> fromLayer, Optional<String> toLayer) {
    Optional<RelationType> type = codebook.relation(ends.type()).filter(RelationType::enabled);
    if (type.isEmpty()) {
      return refused(
          Code.UNKNOWN_RELATION, "the codebook has no relation %s".formatted(ends.type()));
    }
    boolean fits =
        fromLayer.isPresent()
            && toLayer.isPresent()
            && !ends.from().equals(ends.to())
            && type.get().connects(fromLayer.get(), toLayer.get());
    return fits
        ? Optional.empty()
        : refused(
            Code.WRONG_ENDS,
            "relation %s goes from %s to another %s"
                .formatted(ends.type(), type.get().from(), type.get().to()));
  }

  private static Optional<Rejection> refused(Code code, String detail) {
    return Optional.of(Rejection.of(code, detail));
  }
}

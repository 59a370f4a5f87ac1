package org.testimony.core.codebook;

import java.util.List;
import java.util.Optional;

/**
 * A question about an annotation or an article, with the values that answer it.
 *
 * @param id name in data
 * @param title name on pages
 * @param definition what is asked
 * @param type what a value is
 * @param required whether an assignment cannot be submitted without it
 * @param perTarget whether it is asked once for each target; article features only
 * @param labels values in order, where the type has labels; else empty
 * @param enabled whether it is asked; values given before stay valid
 */
public record Feature(
    String id,
    String title,
    String definition,
    FeatureType type,
    boolean required,
    boolean perTarget,
    List<Label> labels,
    boolean enabled) {

  /** Copies; refuses words that break a rule and labels that do not fit the type. */
  public Feature {
    id = Wording.ID.require("id of a feature", id);
    title = Wording.TITLE.require("title of feature " + id, title);
    definition = Wording.TEXT.require("definition of feature " + id, definition);
    labels = List.copyOf(labels);
    if (labels.size() < type.leastLabels() || (!type.hasLabels() && !labels.isEmpty())) {
      throw new IllegalArgumentException(
          "feature %s is of type %s and has %d labels".formatted(id, type, labels.size()));
    }
  }

  /** An optional feature that is asked, with these labels. */
  public static Feature of(
      String id, String title, String definition, FeatureType type, List<Label> labels) {
    return new Feature(id, title, definition, type, false, false, labels, true);
  }

  /** The label of this id, offered or not. */
  public Optional<Label> label(String labelId) {
    return labels.stream().filter(label -> label.id().equals(labelId)).findFirst();
  }

  /** The labels that may be chosen now, in order. */
  public List<Label> offeredLabels() {
    return labels.stream().filter(Label::enabled).toList();
  }

  /** Whether a set is incomplete without a value. */
  public boolean isAsked() {
    return enabled && required;
  }

  /** The same feature under another title. */
  public Feature withTitle(String newTitle) {
    return new Feature(id, newTitle, definition, type, required, perTarget, labels, enabled);
  }

  /** The same feature, required or optional. */
  public Feature withRequired(boolean isRequired) {
    return new Feature(id, title, definition, type, isRequired, perTarget, labels, enabled);
  }

  /** The same feature, asked or not. */
  public Feature withEnabled(boolean asked) {
    return new Feature(id, title, definition, type, required, perTarget, labels, asked);
  }

  /** The same feature with these labels. */
  public Feature withLabels(List<Label> newLabels) {
    return new Feature(id, title, definition, type, required, perTarget, newLabels, enabled);
  }

  /** The same feature with the label in the place of the one of its id, else at the end. */
  public Feature withLabel(Label label) {
    return withLabels(Parts.with(labels, label, Label::id));
  }

  /** The same feature without the label. */
  public Feature withoutLabel(String labelId) {
    return withLabels(Parts.without(labels, labelId, Label::id));
  }
}

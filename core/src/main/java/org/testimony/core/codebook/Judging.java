package org.testimony.core.codebook;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The value that each annotation of one layer gets for each target: the stance. Not set is no
 * label.
 *
 * @param id name in data
 * @param title name on pages
 * @param definition what is judged
 * @param layer id of the layer whose spans are judged
 * @param labels values in order
 * @param scale ids of the labels that lie on the ordinal scale, lowest first; the others are
 *     counted and stay off it. Empty where the labels have no order
 */
public record Judging(
    String id,
    String title,
    String definition,
    String layer,
    List<Label> labels,
    List<String> scale) {

  /** Copies; refuses words that break a rule and fewer than two labels. */
  public Judging {
    id = Wording.ID.require("id of the stance", id);
    title = Wording.TITLE.require("title of the stance", title);
    definition = Wording.TEXT.require("definition of the stance", definition);
    layer = Wording.ID.require("layer of the stance", layer);
    labels = List.copyOf(labels);
    scale = List.copyOf(scale);
    if (labels.size() < 2) {
      throw new IllegalArgumentException(
          "the stance needs two labels or more, it has " + labels.size());
    }
  }

  /** The label of this id, offered or not. */
  public Optional<Label> label(String labelId) {
    return labels.stream().filter(label -> label.id().equals(labelId)).findFirst();
  }

  /** The labels that may be chosen now, in order. */
  public List<Label> offeredLabels() {
    return labels.stream().filter(Label::enabled).toList();
  }

  /** Place of the label on the scale, from 0; empty for a label off the scale. */
  public OptionalInt rank(String labelId) {
    int index = scale.indexOf(labelId);
    return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** The same stance with these labels and this scale. */
  public Judging withLabels(List<Label> newLabels, List<String> newScale) {
    return new Judging(id, title, definition, layer, newLabels, newScale);
  }
}

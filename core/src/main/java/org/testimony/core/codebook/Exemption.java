package org.testimony.core.codebook;

/**
 * The label that frees an annotation from a relation that it would need, such as the article's own
 * voice, which has no speaker.
 *
 * @param feature id of a feature of the layer that the relation starts from, of one label
 * @param label id of a label of that feature
 */
public record Exemption(String feature, String label) {

  /** Refuses what is no id. */
  public Exemption {
    feature = Wording.ID.require("feature of an exemption", feature);
    label = Wording.ID.require("label of an exemption", label);
  }
}

package org.testimony.core.codebook;

/** What the value of a feature is. */
public enum FeatureType {
  /** One label of a list. */
  CHOICE,
  /** Any number of labels of a list, at least one. */
  CHOICES,
  /** Yes, or nothing: what is not set is not so. */
  FLAG,
  /** One label of a list whose order counts, lowest first. */
  ORDINAL,
  /** Words of the annotator. */
  TEXT,
  /** A person or body of the project's directory of speakers. */
  SPEAKER,
  /** Another annotation of the same set. */
  ANNOTATION;

  /** Whether the values are labels of the codebook. */
  public boolean hasLabels() {
    return this == CHOICE || this == CHOICES || this == ORDINAL;
  }

  /** Whether the value is exactly one label. */
  public boolean isSingleLabel() {
    return this == CHOICE || this == ORDINAL;
  }

  /** How many labels the list needs at least. */
  int leastLabels() {
    if (!hasLabels()) {
      return 0;
    }
    return isSingleLabel() ? 2 : 1;
  }
}

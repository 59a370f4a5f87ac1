package org.testimony.core.compare;

import java.util.List;
import java.util.Optional;
import org.testimony.core.text.Span;

/**
 * One thing on which the sets of an article differ.
 *
 * @param kind how they differ
 * @param article the article
 * @param layer the layer; absent for a value of the article as a whole
 * @param field the feature, for LABEL; absent otherwise
 * @param target the target, for STANCE and for article values given per target
 * @param place the first span concerned in text order; absent for the article as a whole
 * @param versions what each annotator has, in order of annotator
 */
public record Disagreement(
    Kind kind,
    String article,
    Optional<String> layer,
    Optional<String> field,
    Optional<String> target,
    Optional<Span> place,
    List<Version> versions) {

  /** How sets differ. */
  public enum Kind {
    /** Somebody marked something that somebody else did not. */
    PRESENCE,
    /** Marked by several, with different ends. */
    BOUNDARY,
    /** Different labels of a feature. */
    LABEL,
    /** Different speakers of a claim. */
    ATTRIBUTION,
    /** Different stance toward a target. */
    STANCE
  }

  /**
   * What one annotator has.
   *
   * @param annotator the annotator
   * @param mark id of the mark, where there is one
   * @param span its characters, where there is one
   * @param values the labels or speakers; empty where none is set
   */
  public record Version(
      String annotator, Optional<String> mark, Optional<Span> span, List<String> values) {}

  /** Copies the versions. */
  public Disagreement {
    versions = List.copyOf(versions);
  }
}

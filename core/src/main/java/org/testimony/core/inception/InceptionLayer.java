package org.testimony.core.inception;

import java.util.List;

/**
 * A layer as the project declares it.
 *
 * @param name full name of its type, such as {@code custom.Claim}
 * @param title the name that people see
 * @param kind what it is on
 * @param enabled whether annotators can use it
 * @param features its features that hold plain values
 */
public record InceptionLayer(
    String name, String title, Kind kind, boolean enabled, List<Feature> features) {

  /** What a layer is on. */
  public enum Kind {
    /** Stretches of text. */
    SPAN,
    /** The document as a whole. */
    DOCUMENT,
    /** Something else, which is not measured. */
    OTHER
  }

  /**
   * A feature that holds a plain value or several.
   *
   * @param name its name in the files
   * @param title the name that people see
   */
  public record Feature(String name, String title) {}

  /** Copies the features. */
  public InceptionLayer {
    features = List.copyOf(features);
  }

  /** Whether a person means this layer by a name. */
  public boolean isCalled(String called) {
    return name.equals(called) || title.equals(called);
  }
}

package org.testimony.core.codebook;

import java.util.Comparator;

/**
 * The version of a codebook: major.minor.patch, as in semver.org 2.0.0 without pre-release and
 * build parts.
 *
 * @param major counts changes after which labels of before and after cannot be mixed
 * @param minor counts changes that leave existing labels as they are
 * @param patch free to use; no change of content asks for it
 */
public record SemanticVersion(int major, int minor, int patch)
    implements Comparable<SemanticVersion> {

  /** The first version of a codebook. */
  public static final SemanticVersion FIRST = new SemanticVersion(1, 0, 0);

  private static final Comparator<SemanticVersion> ORDER =
      Comparator.comparingInt(SemanticVersion::major)
          .thenComparingInt(SemanticVersion::minor)
          .thenComparingInt(SemanticVersion::patch);

  /** Refuses negative numbers. */
  public SemanticVersion {
    if (major < 0 || minor < 0 || patch < 0) {
      throw new IllegalArgumentException(
          "a version has no negative numbers: %d.%d.%d".formatted(major, minor, patch));
    }
  }

  /**
   * The version that the text names.
   *
   * @param text such as {@code 1.0.0}: three numbers of up to nine digits without leading zeros
   * @throws IllegalArgumentException for any other text
   */
  public static SemanticVersion parse(String text) {
    String[] parts = Wording.VERSION.require("version", text).split("\\.", -1);
    return new SemanticVersion(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
  }

  /** The next version after a change that existing labels do not survive as they are. */
  public SemanticVersion nextMajor() {
    return new SemanticVersion(Math.addExact(major, 1), 0, 0);
  }

  /** The next version after a change that existing labels survive. */
  public SemanticVersion nextMinor() {
    return new SemanticVersion(major, Math.addExact(minor, 1), 0);
  }

  @Override
  public int compareTo(SemanticVersion other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}

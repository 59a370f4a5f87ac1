package org.testimony.core.compare;

import java.util.Optional;

/**
 * Which layers and features of a codebook play which part when sets are compared.
 *
 * @param claimLayer layer of the claims
 * @param speakerLayer layer of the speaker mentions
 * @param speakerFeature feature of a speaker mention that holds the key of a speaker in the
 *     project's directory
 * @param authorial the feature and label of claims in the article's own voice, where the codebook
 *     has them
 * @param threshold least intersection over union of two marks that may be matched, above 0, at most
 *     1
 */
public record ComparisonRules(
    String claimLayer,
    String speakerLayer,
    String speakerFeature,
    Optional<Authorial> authorial,
    double threshold) {

  /** The feature and label that mark a claim as the article's own voice. */
  public record Authorial(String feature, String label) {}

  /** Refuses a threshold outside ]0, 1]. */
  public ComparisonRules {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException(
          "matching needs a threshold above 0 and at most 1, not " + threshold);
    }
  }

  /** The rules of the default codebook: layers Claim and Speaker, AUTHORIAL, threshold .5. */
  public static ComparisonRules newsClaims() {
    return new ComparisonRules(
        "Claim", "Speaker", "speaker", Optional.of(new Authorial("form", "AUTHORIAL")), 0.5);
  }

  /** Whether a claim speaks with the article's own voice. */
  public boolean isAuthorial(Mark claim) {
    return authorial.isPresent()
        && claim.values(authorial.get().feature()).contains(authorial.get().label());
  }
}

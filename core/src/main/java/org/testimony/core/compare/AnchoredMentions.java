package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Speaker mentions of two annotators that overlap too little to be matched, although both are given
 * as the speaker of one claim.
 *
 * <p>Candidates are mentions without a partner among those of the other annotator, that share at
 * least one character, and to which the two annotators linked claims that are matched with each
 * other. Of the candidates of a pair of annotators each mention is taken once, best overlap first.
 */
final class AnchoredMentions {

  private final Map<String, AnnotatorSet> sets = new HashMap<>();
  private final List<PairComparison> mentions;
  private final List<PairComparison> claims;

  /**
   * Mentions of an article.
   *
   * @param mentions the comparisons of all pairs of annotators on the speaker layer
   * @param claims the same on the claim layer
   */
  AnchoredMentions(
      List<AnnotatorSet> sets, List<PairComparison> mentions, List<PairComparison> claims) {
    sets.forEach(set -> this.sets.put(set.annotator(), set));
    this.mentions = mentions;
    this.claims = claims;
  }

  /** The chosen pairs of mentions of all pairs of annotators, best overlap first. */
  List<Candidate> bestFirst() {
    Map<List<String>, PairComparison> claimsOf = new HashMap<>();
    claims.forEach(pair -> claimsOf.put(List.of(pair.left(), pair.right()), pair));
    List<Candidate> chosen = new ArrayList<>();
    for (PairComparison pair : mentions) {
      PairComparison matchedClaims = claimsOf.get(List.of(pair.left(), pair.right()));
      if (matchedClaims != null && !pair.onlyLeft().isEmpty() && !pair.onlyRight().isEmpty()) {
        chosen.addAll(oneToOne(candidates(pair, matchedClaims)));
      }
    }
    chosen.sort(Candidate.BEST_FIRST);
    return chosen;
  }

  private List<Candidate> candidates(PairComparison pair, PairComparison matchedClaims) {
    Map<String, List<String>> left = speakersByClaim(pair.left());
    Map<String, List<String>> right = speakersByClaim(pair.right());
    Set<List<String>> together = new HashSet<>();
    for (MatchedMarks claim : matchedClaims.matched()) {
      for (String a : left.getOrDefault(claim.left().id(), List.of())) {
        right.getOrDefault(claim.right().id(), List.of()).forEach(b -> together.add(List.of(a, b)));
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Mark a : pair.onlyLeft()) {
      for (Mark b : pair.onlyRight()) {
        int shared = a.span().overlap(b.span());
        if (shared > 0 && together.contains(List.of(a.id(), b.id()))) {
          int union = a.span().length() + b.span().length() - shared;
          candidates.add(new Candidate(pair, new MatchedMarks(a, b, shared, union)));
        }
      }
    }
    return candidates;
  }

  private Map<String, List<String>> speakersByClaim(String annotator) {
    Map<String, List<String>> speakers = new HashMap<>();
    AnnotatorSet set = sets.get(annotator);
    if (set != null) {
      for (Link link : set.links()) {
        speakers.computeIfAbsent(link.claim(), claim -> new ArrayList<>()).add(link.speaker());
      }
    }
    return speakers;
  }

  private static List<Candidate> oneToOne(List<Candidate> candidates) {
    candidates.sort(Candidate.BEST_FIRST);
    Set<String> left = new HashSet<>();
    Set<String> right = new HashSet<>();
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : candidates) {
      String a = candidate.match().left().id();
      String b = candidate.match().right().id();
      if (!left.contains(a) && !right.contains(b)) {
        left.add(a);
        right.add(b);
        chosen.add(candidate);
      }
    }
    return chosen;
  }
}

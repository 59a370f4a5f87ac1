package org.testimony.core.assignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Gives each article to {@code k} different annotators, so that all get about the same number of
 * articles and every pair meets about equally often, which pairwise agreement needs.
 *
 * <p>Articles are taken in a shuffled order; each goes to the {@code k} people with the least work,
 * ties broken by the fewest articles shared with those already chosen, then by a shuffled order of
 * the people. The same input and seed give the same plan; people differ by at most one article when
 * nobody had work before.
 *
 * @param overlap how many annotators get the same article, {@code k}
 * @param seed of the shuffles
 */
public record OverlapDesign(int overlap, long seed) {

  /** Refuses an overlap below one. */
  public OverlapDesign {
    if (overlap < 1) {
      throw new IllegalArgumentException(
          "overlap is %d; each article needs at least 1 annotator".formatted(overlap));
    }
  }

  /**
   * One article for one annotator.
   *
   * @param article the article
   * @param annotator the annotator
   */
  public record Pairing<A, P>(A article, P annotator) {}

  /**
   * Plans new assignments and leaves existing ones as they are: an article that already has some
   * annotators gets only those it lacks.
   *
   * @param articles without duplicates, in a stable order
   * @param annotators without duplicates, in a stable order
   * @param existing what is already assigned, counted as work
   * @return the additions, in the order of {@code articles}
   * @throws IllegalArgumentException when there are fewer annotators than the overlap
   */
  public <A, P> List<Pairing<A, P>> plan(
      List<A> articles, List<P> annotators, List<Pairing<A, P>> existing) {
    if (annotators.size() < overlap) {
      throw new IllegalArgumentException(
          "overlap is %d, but there are only %d annotators".formatted(overlap, annotators.size()));
    }
    Work<A, P> work = new Work<>(existing);
    Random random = new Random(seed);
    List<A> order = new ArrayList<>(articles);
    Collections.shuffle(order, random);
    List<P> people = new ArrayList<>(annotators);
    Collections.shuffle(people, random);
    Map<A, List<Pairing<A, P>>> added = new HashMap<>();
    for (A article : order) {
      List<Pairing<A, P>> here = new ArrayList<>();
      while (work.of(article).size() < overlap) {
        Set<P> chosen = work.of(article);
        P next =
            people.stream()
                .filter(p -> !chosen.contains(p))
                .min(
                    Comparator.<P>comparingInt(work::load)
                        .thenComparingInt(p -> work.shared(p, chosen)))
                .orElseThrow();
        Pairing<A, P> pairing = new Pairing<>(article, next);
        work.add(pairing);
        here.add(pairing);
      }
      added.put(article, here);
    }
    return articles.stream().flatMap(a -> added.getOrDefault(a, List.of()).stream()).toList();
  }

  /** Who has what so far, and how often each two have met. */
  private static final class Work<A, P> {

    private final Map<A, Set<P>> byArticle = new HashMap<>();
    private final Map<P, Integer> loads = new HashMap<>();
    private final Map<P, Map<P, Integer>> meetings = new HashMap<>();

    Work(List<Pairing<A, P>> existing) {
      existing.forEach(this::add);
    }

    void add(Pairing<A, P> pairing) {
      P person = pairing.annotator();
      Set<P> here = byArticle.computeIfAbsent(pairing.article(), a -> new LinkedHashSet<>());
      for (P other : here) {
        meetings.computeIfAbsent(person, p -> new HashMap<>()).merge(other, 1, Integer::sum);
        meetings.computeIfAbsent(other, p -> new HashMap<>()).merge(person, 1, Integer::sum);
      }
      if (here.add(person)) {
        loads.merge(person, 1, Integer::sum);
      }
    }

    Set<P> of(A article) {
      return byArticle.getOrDefault(article, Set.of());
    }

    int load(P person) {
      return loads.getOrDefault(person, 0);
    }

    int shared(P person, Set<P> others) {
      Map<P, Integer> met = meetings.getOrDefault(person, Map.of());
      int shared = 0;
      for (P other : others) {
        shared += met.getOrDefault(other, 0);
      }
      return shared;
    }
  }
}

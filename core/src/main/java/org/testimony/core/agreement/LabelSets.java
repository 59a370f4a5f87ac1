package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets of labels as labels of their own, with distances between sets, for annotators who give
 * several labels to one item.
 *
 * <p>A set stands under a name made of its labels in order; the empty set has a name too. Jaccard
 * distance is 1 − |A ∩ B| / |A ∪ B|. MASI is 1 − Jaccard similarity × M, with M = 1 for equal sets,
 * 2/3 where one holds the other, 1/3 where they meet, 0 where they do not (R. Passonneau, LREC
 * 2006). Both are 0 between two empty sets and 1 between an empty set and another.
 */
public final class LabelSets {

  private final Map<String, Set<String>> byName = new LinkedHashMap<>();
  private final Labels names;

  private LabelSets(Collection<? extends Set<String>> sets) {
    Map<String, Set<String>> sorted = new java.util.TreeMap<>();
    sets.forEach(set -> sorted.put(name(set), new TreeSet<>(set)));
    byName.putAll(sorted);
    this.names = Labels.of(List.copyOf(sorted.keySet()));
  }

  /** The distinct sets among these. */
  public static LabelSets of(Collection<? extends Set<String>> sets) {
    return new LabelSets(sets);
  }

  /** The name of a set: each label after its length, so that no two sets share one. */
  public static String name(Set<String> set) {
    StringBuilder name = new StringBuilder("{");
    for (String label : new TreeSet<>(set)) {
      name.append(label.length()).append(':').append(label).append(' ');
    }
    return name.append('}').toString();
  }

  /** The names of the sets, to be used as labels. */
  public Labels labels() {
    return names;
  }

  /** Jaccard distance between the sets. */
  public Distance.Custom jaccard() {
    return distance("jaccard", LabelSets::jaccard);
  }

  /** MASI distance of 2006 between the sets. */
  public Distance.Custom masi() {
    return distance("masi", LabelSets::masi);
  }

  private interface Between {
    double of(Set<String> a, Set<String> b);
  }

  private Distance.Custom distance(String id, Between between) {
    List<List<Double>> rows = new ArrayList<>();
    for (Set<String> a : byName.values()) {
      List<Double> row = new ArrayList<>();
      byName.values().forEach(b -> row.add(a.equals(b) ? 0 : between.of(a, b)));
      rows.add(row);
    }
    return new Distance.Custom(id, rows);
  }

  /** Jaccard distance of two sets. */
  public static double jaccard(Set<String> a, Set<String> b) {
    Set<String> all = new TreeSet<>(a);
    all.addAll(b);
    return all.isEmpty() ? 0 : (double) (all.size() - shared(a, b)) / all.size();
  }

  /** MASI distance of two sets. */
  public static double masi(Set<String> a, Set<String> b) {
    if (a.equals(b)) {
      return 0;
    }
    int shared = shared(a, b);
    int thirds = shared == Math.min(a.size(), b.size()) ? 2 : 1;
    return shared == 0 ? 1 : 1 - (1 - jaccard(a, b)) * thirds / 3;
  }

  private static int shared(Set<String> a, Set<String> b) {
    Set<String> shared = new TreeSet<>(a);
    shared.retainAll(b);
    return shared.size();
  }
}

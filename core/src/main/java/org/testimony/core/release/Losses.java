package org.testimony.core.release;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Losses while they are counted. */
final class Losses {

  private final Map<Loss.Kind, Integer> counts = new EnumMap<>(Loss.Kind.class);
  private final Map<Loss.Kind, Set<String>> where = new EnumMap<>(Loss.Kind.class);

  /** Counts a loss at a named place. */
  void add(Loss.Kind kind, String name) {
    counts.merge(kind, 1, Integer::sum);
    where.computeIfAbsent(kind, k -> new LinkedHashSet<>()).add(name);
  }

  /** Counts a loss that is the same one wherever its name comes again. */
  void addOnce(Loss.Kind kind, String name) {
    if (!where.getOrDefault(kind, Set.of()).contains(name)) {
      add(kind, name);
    }
  }

  /** Counts losses that are everywhere alike. */
  void add(Loss.Kind kind, int count) {
    if (count > 0) {
      counts.merge(kind, count, Integer::sum);
    }
  }

  List<Loss> list() {
    List<Loss> losses = new ArrayList<>();
    counts.forEach(
        (kind, count) ->
            losses.add(new Loss(kind, count, List.copyOf(where.getOrDefault(kind, Set.of())))));
    return losses;
  }
}

package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Groups of marks while they are being joined. */
final class Groups {

  private record Key(String annotator, String mark) {}

  private final Map<Key, Map<String, Mark>> groupOf = new HashMap<>();
  private final List<Key> order = new ArrayList<>();

  void add(String annotator, Mark mark) {
    Key key = new Key(annotator, mark.id());
    order.add(key);
    groupOf.put(key, new TreeMap<>(Map.of(annotator, mark)));
  }

  void joinUnlessTwice(String annotatorA, Mark a, String annotatorB, Mark b) {
    Map<String, Mark> first = group(new Key(annotatorA, a.id()));
    Map<String, Mark> second = group(new Key(annotatorB, b.id()));
    if (!Collections.disjoint(first.keySet(), second.keySet())) {
      return;
    }
    first.putAll(second);
    second.forEach((annotator, mark) -> groupOf.put(new Key(annotator, mark.id()), first));
  }

  private Map<String, Mark> group(Key key) {
    Map<String, Mark> group = groupOf.get(key);
    if (group == null) {
      throw new IllegalArgumentException("no mark " + key.mark() + " of " + key.annotator());
    }
    return group;
  }

  /** All groups in text order of their first mark. */
  List<MarkGroup> all(String layer) {
    LinkedHashSet<IdentityOf> distinct = new LinkedHashSet<>();
    order.forEach(key -> distinct.add(new IdentityOf(group(key))));
    return distinct.stream()
        .map(identity -> new MarkGroup(layer, identity.group()))
        .sorted(
            Comparator.comparing(MarkGroup::place).thenComparing(group -> group.marks().toString()))
        .toList();
  }

  /** Tells groups apart by identity, since two groups may hold equal marks. */
  private record IdentityOf(Map<String, Mark> group) {

    @Override
    public boolean equals(Object other) {
      return other instanceof IdentityOf that && that.group == group;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(group);
    }
  }
}

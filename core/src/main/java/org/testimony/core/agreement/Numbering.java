package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers things in the order in which they first come. */
final class Numbering<T> {

  private final Map<T, Integer> numbers = new HashMap<>();
  private final List<T> things = new ArrayList<>();

  /** The number of a thing, from 0; a new one if it was not there before. */
  int of(T thing) {
    Integer known = numbers.get(thing);
    if (known != null) {
      return known;
    }
    numbers.put(thing, things.size());
    things.add(thing);
    return things.size() - 1;
  }

  int size() {
    return things.size();
  }

  /** The things by their number. */
  List<T> things() {
    return Collections.unmodifiableList(things);
  }
}

package org.testimony.core.codebook;

import java.util.ArrayList;
import java.util.List;

/** Collects faults in the order in which they are found; after the first 200 it only counts. */
final class Problems {

  /** How many are kept. */
  static final int MOST = 200;

  private final List<Problem> problems = new ArrayList<>();
  private int left;

  void add(String pointer, String detail) {
    if (problems.size() < MOST) {
      problems.add(new Problem(pointer, detail));
    } else {
      left++;
    }
  }

  /** All faults; the last one tells how many more there are. */
  List<Problem> list() {
    List<Problem> all = new ArrayList<>(problems);
    if (left > 0) {
      all.add(new Problem("", "has %d more faults".formatted(left)));
    }
    return List.copyOf(all);
  }
}

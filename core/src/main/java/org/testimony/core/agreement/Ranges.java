package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/** Sets of characters as sorted, disjoint ranges. */
final class Ranges {

  private Ranges() {}

  /**
   * The union of spans. Ranges that overlap are joined; ranges that only touch stay apart, since
   * they are units of their own.
   */
  static List<Fragment> union(List<Span> spans) {
    List<Fragment> sorted =
        spans.stream().flatMap(span -> span.fragments().stream()).sorted().toList();
    List<Fragment> joined = new ArrayList<>();
    for (Fragment next : sorted) {
      int last = joined.size() - 1;
      if (last >= 0 && next.begin() < joined.get(last).end()) {
        Fragment before = joined.get(last);
        joined.set(last, new Fragment(before.begin(), Math.max(before.end(), next.end())));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /** Number of characters. */
  static long length(List<Fragment> ranges) {
    return ranges.stream().mapToLong(Fragment::length).sum();
  }

  /** Number of characters in both. */
  static long shared(List<Fragment> a, List<Fragment> b) {
    long shared = 0;
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      Fragment left = a.get(i);
      Fragment right = b.get(j);
      shared +=
          Math.max(0, Math.min(left.end(), right.end()) - Math.max(left.begin(), right.begin()));
      if (left.end() < right.end()) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }
}

package org.testimony.core.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of an annotation: 1 to 16 fragments in text order, disjoint; fragments that touch are
 * merged. Offsets are Unicode code points, half-open.
 *
 * @param fragments sorted, disjoint, not touching
 */
public record Span(List<Fragment> fragments) implements Comparable<Span> {

  /** The most fragments that one span may have. */
  public static final int MAX_FRAGMENTS = 16;

  /** Sorts the fragments and merges touching ones; refuses overlapping ones. */
  public Span {
    fragments = normalised(fragments);
    if (fragments.isEmpty()) {
      throw new IllegalArgumentException("a span needs at least one fragment");
    }
    if (fragments.size() > MAX_FRAGMENTS) {
      throw new IllegalArgumentException(
          "a span has at most %d fragments, this one has %d"
              .formatted(MAX_FRAGMENTS, fragments.size()));
    }
  }

  /** The span of one unbroken range. */
  public static Span of(int begin, int end) {
    return new Span(List.of(new Fragment(begin, end)));
  }

  private static List<Fragment> normalised(List<Fragment> fragments) {
    List<Fragment> sorted = new ArrayList<>(fragments);
    sorted.sort(null);
    List<Fragment> merged = new ArrayList<>(sorted.size());
    for (Fragment next : sorted) {
      if (merged.isEmpty()) {
        merged.add(next);
        continue;
      }
      Fragment last = merged.get(merged.size() - 1);
      if (next.begin() < last.end()) {
        throw new IllegalArgumentException(
            "fragments [%d, %d) and [%d, %d) overlap"
                .formatted(last.begin(), last.end(), next.begin(), next.end()));
      }
      if (next.begin() == last.end()) {
        merged.set(merged.size() - 1, new Fragment(last.begin(), next.end()));
      } else {
        merged.add(next);
      }
    }
    return List.copyOf(merged);
  }

  /** Index of the first code point. */
  public int begin() {
    return fragments.get(0).begin();
  }

  /** Index after the last code point; what lies between fragments is not covered. */
  public int end() {
    return fragments.get(fragments.size() - 1).end();
  }

  /** Number of code points covered. */
  public int length() {
    int sum = 0;
    for (Fragment fragment : fragments) {
      sum += fragment.length();
    }
    return sum;
  }

  /** Whether the span is one unbroken range. */
  public boolean isContinuous() {
    return fragments.size() == 1;
  }

  /** Number of code points that both spans cover. */
  public int overlap(Span other) {
    int shared = 0;
    int i = 0;
    int j = 0;
    while (i < fragments.size() && j < other.fragments.size()) {
      Fragment a = fragments.get(i);
      Fragment b = other.fragments.get(j);
      shared += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin()));
      if (a.end() < b.end()) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }

  /** Text order: by first code point, then by last, then by fragments. */
  @Override
  public int compareTo(Span other) {
    int order = Integer.compare(begin(), other.begin());
    if (order == 0) {
      order = Integer.compare(end(), other.end());
    }
    for (int i = 0; order == 0 && i < Math.min(fragments.size(), other.fragments.size()); i++) {
      order = fragments.get(i).compareTo(other.fragments.get(i));
    }
    return order != 0 ? order : Integer.compare(fragments.size(), other.fragments.size());
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Fragment fragment : fragments) {
      out.append(out.isEmpty() ? "" : ";").append('[').append(fragment.begin());
      out.append(", ").append(fragment.end()).append(')');
    }
    return out.toString();
  }
}

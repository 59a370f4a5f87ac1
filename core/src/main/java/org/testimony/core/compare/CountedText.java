package org.testimony.core.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/**
 * The characters of an article that count for agreement, closed up: what is left out (boilerplate,
 * duplicates) is cut away and later offsets move forward.
 */
public final class CountedText {

  private final int length;
  private final List<Fragment> leftOut;

  private CountedText(int length, List<Fragment> leftOut) {
    this.length = length;
    this.leftOut = leftOut;
  }

  /** The counted characters of a text; ranges left out may overlap. */
  public static CountedText of(int length, List<Fragment> leftOut) {
    List<Fragment> merged = new ArrayList<>();
    for (Fragment next : leftOut.stream().sorted().toList()) {
      int last = merged.size() - 1;
      if (last >= 0 && next.begin() <= merged.get(last).end()) {
        Fragment before = merged.get(last);
        merged.set(last, new Fragment(before.begin(), Math.max(before.end(), next.end())));
      } else {
        merged.add(next);
      }
    }
    return new CountedText(length, List.copyOf(merged));
  }

  /** Number of characters that count. */
  public int length() {
    return position(length);
  }

  /** The part of a span that counts, in closed-up offsets; empty if nothing of it counts. */
  public Optional<Span> counted(Span span) {
    if (leftOut.isEmpty()) {
      return Optional.of(span);
    }
    List<Fragment> parts = new ArrayList<>();
    for (Fragment fragment : span.fragments()) {
      int begin = position(fragment.begin());
      int end = position(fragment.end());
      if (begin < end) {
        parts.add(new Fragment(begin, end));
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(new Span(parts));
  }

  private int position(int offset) {
    int cut = 0;
    for (Fragment range : leftOut) {
      if (range.begin() >= offset) {
        break;
      }
      cut += Math.min(range.end(), offset) - range.begin();
    }
    return offset - cut;
  }
}

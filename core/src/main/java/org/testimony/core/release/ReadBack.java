package org.testimony.core.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads written files again and compares what each span covers with the corpus. Shares no code with
 * the writers: it parses for itself and counts code points for itself, so that a fault in either is
 * found by the other.
 */
abstract class ReadBack {

  private static final int SHOWN = 5;

  private final List<String> differences = new ArrayList<>();
  private final Map<String, int[]> texts = new HashMap<>();
  private int spans;
  private int fragments;

  /** Takes one file; files come in the order in which they were written. */
  abstract void take(ReleaseFile file);

  /** Compares what has to be compared once all files are there. */
  abstract void finish();

  /** What the text of an article says from one code point to before another. */
  final String cut(int[] codePoints, int begin, int end) {
    if (begin < 0 || end > codePoints.length || begin >= end) {
      return "[%d, %d) of %d".formatted(begin, end, codePoints.length);
    }
    return new String(codePoints, begin, end - begin);
  }

  final void keepText(String article, String text) {
    texts.put(article, text.codePoints().toArray());
  }

  final int[] text(String article) {
    return texts.getOrDefault(article, new int[0]);
  }

  final String utf8(ReleaseFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  /** Counts a compared span. */
  final void compared(int itsFragments) {
    spans++;
    fragments += itsFragments;
  }

  final void difference(String where, Object read, Object expected) {
    differences.add("%s: read %s, expected %s".formatted(where, read, expected));
  }

  final void requireEqual(String where, Object read, Object expected) {
    if (!read.equals(expected)) {
      difference(where, read, expected);
    }
  }

  /** How many spans were compared. */
  final int spans() {
    return spans;
  }

  /** How many fragments these spans have in the format. */
  final int fragments() {
    return fragments;
  }

  /** The first differences; empty when there are none. */
  final List<String> differences() {
    return differences.subList(0, Math.min(SHOWN, differences.size()));
  }
}

package org.testimony.core.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.text.Fragment;

/**
 * Reads brat's files as brat does and cuts every span out of the text beside it. Cut at line
 * breaks, the pieces together have to be the words without their line breaks, each piece inside the
 * fragment that it came from.
 */
final class BratReadBack extends ReadBack {

  private static final Pattern FILE =
      Pattern.compile("brat/(P\\d+)/((A\\d+)(-R\\d+(?:-x\\d+)?)?)\\.(txt|ann)");
  private static final Pattern SPAN =
      Pattern.compile("T(\\d+)\t(\\w+) (\\d+ \\d+(?:;\\d+ \\d+)*)\t(.*)", Pattern.DOTALL);
  private static final Pattern BREAK = Pattern.compile("[\\x0A-\\x0D\\x1C-\\x1E\\x85\u2028\u2029]");

  /** Sets not yet read, by person, then by article and, where there are several, round. */
  private final Map<String, List<Corpus.Assignment>> expected = new HashMap<>();

  BratReadBack(Corpus corpus) {
    for (Corpus.Assignment assignment : corpus.assignments()) {
      AssignmentState state = assignment.state();
      if (state != AssignmentState.NEW && state != AssignmentState.SKIPPED) {
        expected
            .computeIfAbsent(
                assignment.person() + "/" + assignment.article(), k -> new ArrayList<>())
            .add(assignment);
      }
    }
  }

  @Override
  void take(ReleaseFile file) {
    Matcher path = FILE.matcher(file.path());
    if (!path.matches()) {
      return;
    }
    String stem = path.group(1) + "/" + path.group(2);
    if (path.group(5).equals("txt")) {
      keepText(stem, utf8(file));
      return;
    }
    List<Corpus.Assignment> here =
        expected.getOrDefault(path.group(1) + "/" + path.group(3), List.of());
    String suffix = path.group(4) == null ? "" : path.group(4);
    for (Corpus.Assignment assignment : List.copyOf(here)) {
      if (suffix.isEmpty() || assignment.name().endsWith(path.group(3) + suffix)) {
        here.remove(assignment);
        compare(assignment.set(), utf8(file), text(stem));
        return;
      }
    }
    difference(file.path(), "a file", "none");
  }

  private void compare(ReleasedSet set, String annotations, int[] text) {
    List<Matcher> lines = new ArrayList<>();
    for (String line : annotations.split("\n", -1)) {
      Matcher span = SPAN.matcher(line);
      if (span.matches()) {
        lines.add(span);
      }
    }
    int next = 0;
    for (ReleasedSet.Annotation annotation : set.annotations()) {
      String words = String.join("", annotation.words().exact());
      String unbroken = BREAK.matcher(words).replaceAll("");
      if (unbroken.isEmpty()) {
        continue;
      }
      if (next == lines.size()) {
        difference(annotation.name(), "nothing", unbroken);
        return;
      }
      compare(annotation, unbroken, lines.get(next++), text);
    }
    requireEqual(set.name(), lines.size(), next);
  }

  private void compare(ReleasedSet.Annotation annotation, String words, Matcher line, int[] text) {
    List<String> pieces = new ArrayList<>();
    for (String place : line.group(3).split(";", -1)) {
      String[] ends = place.split(" ", -1);
      int begin = Integer.parseInt(ends[0]);
      int end = Integer.parseInt(ends[1]);
      pieces.add(cut(text, begin, end));
      if (annotation.span().fragments().stream().noneMatch(f -> inside(begin, end, f))) {
        difference(annotation.name(), place, annotation.span());
      }
    }
    requireEqual(annotation.name(), line.group(2), annotation.layer());
    requireEqual(annotation.name(), String.join("", pieces), words);
    requireEqual(annotation.name(), line.group(4), String.join(" ", pieces));
    compared(pieces.size());
  }

  private static boolean inside(int begin, int end, Fragment fragment) {
    return fragment.begin() <= begin && end <= fragment.end();
  }

  @Override
  void finish() {
    expected.values().stream()
        .flatMap(List::stream)
        .forEach(assignment -> difference(assignment.name(), "nothing", "a file"));
  }
}

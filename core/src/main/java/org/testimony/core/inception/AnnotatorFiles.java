package org.testimony.core.inception;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whose file is whose: the tool names the file of an annotator after the annotator, now and then
 * with a run of digits behind the name.
 */
final class AnnotatorFiles {

  private AnnotatorFiles() {}

  /**
   * Stem of a file name to the annotator whose file it is.
   *
   * @param stems names of the files of one document, without their endings
   * @param annotators who annotated the document
   * @return without those that are nobody's
   * @throws ExportRefused where a file could be that of two people, or two files that of one
   */
  static Map<String, String> owners(String folder, Set<String> stems, Set<String> annotators) {
    Map<String, String> owners = new HashMap<>();
    Set<String> open = new TreeSet<>(annotators);
    for (String stem : stems) {
      if (open.remove(stem)) {
        owners.put(stem, stem);
      }
    }
    boolean found = true;
    while (found) {
      found = false;
      for (String stem : new TreeSet<>(stems)) {
        Optional<String> only =
            owners.containsKey(stem) ? Optional.empty() : onlyCandidate(stem, open);
        if (only.isPresent()) {
          owners.put(stem, only.get());
          open.remove(only.get());
          found = true;
        }
      }
    }
    for (String stem : stems) {
      List<String> candidates = candidates(stem, annotators);
      if (!owners.containsKey(stem) && !candidates.isEmpty()) {
        throw new ExportRefused(
            folder + stem,
            "expected a file of one annotator, found one that may be of " + candidates);
      }
    }
    return owners;
  }

  private static Optional<String> onlyCandidate(String stem, Set<String> open) {
    List<String> candidates = candidates(stem, open);
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }

  private static List<String> candidates(String stem, Set<String> annotators) {
    List<String> candidates = new ArrayList<>();
    for (String annotator : new TreeSet<>(annotators)) {
      if (stem.startsWith(annotator) && stem.substring(annotator.length()).matches("[0-9]+")) {
        candidates.add(annotator);
      }
    }
    return candidates;
  }
}

package org.testimony.core.release;

import java.util.ArrayList;
import java.util.List;

/** Compares every stored quote, with the words around it, with the text that it was taken from. */
public final class SpanCheck {

  private SpanCheck() {}

  /** What does not fit, one sentence for each span with its name; empty when all fits. */
  public static List<String> faults(Corpus corpus) {
    List<String> faults = new ArrayList<>();
    for (Corpus.Labelled labelled : corpus.labelled()) {
      for (ReleasedSet.Annotation annotation : labelled.set().annotations()) {
        annotation
            .words()
            .mismatch(labelled.article().text(), annotation.span())
            .ifPresent(fault -> faults.add(annotation.name() + ": " + fault));
      }
    }
    return List.copyOf(faults);
  }
}

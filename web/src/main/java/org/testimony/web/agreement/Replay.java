package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Editor;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.text.ArticleText;

/**
 * Makes a set again from the operations that made it. Each operation is applied under the version
 * of the codebook that it names; where that version does not take it, under the newest that does,
 * since every logged operation held when it was stored.
 *
 * @param text that the set is on
 * @param codebooks all versions of the project, newest first
 */
record Replay(ArticleText text, List<Codebook> codebooks) {

  Replay {
    codebooks = List.copyOf(codebooks);
  }

  /**
   * The set after these operations.
   *
   * @param operations from the first on, in order
   * @throws IllegalStateException when an operation holds under no version
   */
  AnnotationSet of(List<Operation> operations) {
    AnnotationSet set = AnnotationSet.EMPTY;
    for (Operation operation : operations) {
      Change change = operation.change();
      if (!(change instanceof Change.Submit || change instanceof Change.Reopen)) {
        set = applied(set, operation);
      }
    }
    return set;
  }

  private AnnotationSet applied(AnnotationSet set, Operation operation) {
    for (Codebook codebook : namedFirst(operation.codebookVersion())) {
      Outcome outcome = new Editor(text, codebook).apply(set, operation);
      if (outcome instanceof Outcome.Applied applied) {
        return applied.set();
      }
    }
    throw new IllegalStateException(
        "logged operation %s holds under none of the project's codebooks"
            .formatted(operation.id()));
  }

  private List<Codebook> namedFirst(String version) {
    Optional<Codebook> named =
        codebooks.stream().filter(c -> c.version().toString().equals(version)).findFirst();
    List<Codebook> ordered = new ArrayList<>();
    named.ifPresent(ordered::add);
    ordered.addAll(codebooks);
    return ordered;
  }
}

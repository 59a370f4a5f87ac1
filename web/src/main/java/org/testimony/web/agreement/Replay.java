package org.testimony.web.agreement;

import java.util.List;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.assignment.Phase;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.release.VersionedEditor;
import org.testimony.core.text.ArticleText;

/**
 * Makes a set again from the operations that made it.
 *
 * @param text that the set is on
 * @param codebooks all versions of the project, oldest first
 * @param phase of the assignment
 */
record Replay(ArticleText text, List<Codebook> codebooks, Phase phase) {

  Replay {
    codebooks = List.copyOf(codebooks);
  }

  /**
   * The set after these operations.
   *
   * @param operations from the first on, in order
   * @throws IllegalStateException when one holds under no version of the codebook
   */
  AnnotationSet of(List<Operation> operations) {
    VersionedEditor editor = new VersionedEditor(text, codebooks, phase);
    AnnotationSet set = AnnotationSet.EMPTY;
    for (Operation operation : operations) {
      Change change = operation.change();
      if (change instanceof Change.Submit || change instanceof Change.Reopen) {
        continue;
      }
      if (!(editor.apply(set, operation) instanceof Outcome.Applied applied)) {
        throw new IllegalStateException(
            "logged operation %s holds under none of the project's codebooks"
                .formatted(operation.id()));
      }
      set = applied.set();
    }
    return set;
  }
}

package org.testimony.core.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Editor;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.assignment.Phase;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.text.ArticleText;

/**
 * Applies operations that were made under different versions of a codebook: each under the version
 * that it names, and where that one does not allow it, under the newest that does.
 */
public final class VersionedEditor {

  private final Map<String, Editor> editors = new HashMap<>();
  private final List<String> newestFirst = new ArrayList<>();

  /**
   * An editor for annotations of this text.
   *
   * @param codebooks all versions, oldest first
   */
  public VersionedEditor(ArticleText text, List<Codebook> codebooks, Phase phase) {
    for (Codebook codebook : codebooks) {
      String version = codebook.version().toString();
      editors.put(version, new Editor(text, codebook, phase));
      newestFirst.add(0, version);
    }
  }

  /** What the operation makes of the set; a rejection is that of the version it names. */
  public Outcome apply(AnnotationSet set, Operation operation) {
    List<String> versions = new ArrayList<>(newestFirst);
    if (versions.remove(operation.codebookVersion())) {
      versions.add(0, operation.codebookVersion());
    }
    Outcome first = null;
    for (String version : versions) {
      Editor editor = editors.get(version);
      if (editor == null) {
        continue;
      }
      Outcome outcome = editor.apply(set, operation);
      if (outcome instanceof Outcome.Applied) {
        return outcome;
      }
      first = first == null ? outcome : first;
    }
    if (first == null) {
      throw new IllegalStateException("there is no version of the codebook");
    }
    return first;
  }
}

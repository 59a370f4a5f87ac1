package org.testimony.web.release;

import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.testimony.core.release.Corpus;
import org.testimony.db.project.Project;
import org.testimony.db.release.Corpora;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.UseCase;

/**
 * Reads a project as one state, in a transaction of its own that sees nothing of what annotators
 * store meanwhile and makes nobody wait.
 */
@UseCase
@Transactional(TxType.REQUIRES_NEW)
public class ReadCorpus {

  private final Corpora corpora;

  @Inject
  ReadCorpus(Corpora corpora) {
    this.corpora = corpora;
  }

  /** Everything of the project that leaves in a release. */
  @Needs(Permission.ADMINISTRATOR)
  public Corpus read(Actor actor, Project project) {
    corpora.freeze();
    return corpora.of(project);
  }
}

package org.testimony.db.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.testimony.core.assignment.AssignmentId;

/** The annotator's note and discuss flag on an article as a whole, part of the annotation set. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AssignmentNotes {

  private final EntityManager entities;

  /** Works in the transaction of this entity manager. */
  @Inject
  public AssignmentNotes(EntityManager entities) {
    this.entities = entities;
  }

  /** The note, where there is one. */
  public Optional<String> note(AssignmentId id) {
    return row(id).setNote();
  }

  /** Whether the annotator asks to discuss the article. */
  public boolean discuss(AssignmentId id) {
    return row(id).setDiscuss();
  }

  /** Writes both. */
  public void set(AssignmentId id, Optional<String> note, boolean discuss) {
    row(id).setNoteAndFlag(note, discuss);
  }

  private AssignmentRow row(AssignmentId id) {
    return entities.find(AssignmentRow.class, id.value());
  }
}

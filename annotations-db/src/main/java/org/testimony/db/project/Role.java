package org.testimony.db.project;

/** What a person may do in a project. A person may have several roles. */
public enum Role {
  /** Runs the project: articles, codebook, people, assignments. */
  OWNER,
  /** Decides disagreements and reads reports. */
  ADJUDICATOR,
  /** Labels. */
  ANNOTATOR,
  /** Sees everything submitted, changes nothing. */
  REVIEWER
}

package org.testimony.web.platform;

import org.testimony.db.project.ProjectId;

/** Asks for a permission before there is an act, such as before an upload is taken in. */
@UseCase
public class AskPermission {

  /** Refuses who does not own the project. */
  @Needs(Permission.OWNER)
  public void owner(Actor actor, ProjectId project) {}
}

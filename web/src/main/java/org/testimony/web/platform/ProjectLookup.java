package org.testimony.web.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;

/** Finds the project that an address names. Whether the actor may see it, each act decides. */
@ApplicationScoped
@Transactional
public class ProjectLookup {

  private final Projects projects;

  @Inject
  ProjectLookup(Projects projects) {
    this.projects = projects;
  }

  /**
   * The project of this key.
   *
   * @throws Refused.NotFound with the words for a project one is not in
   */
  public ProjectId of(String key) {
    return projects
        .keyed(key)
        .map(Project::id)
        .orElseThrow(() -> new Refused.NotFound("refused.noProject"));
  }
}

package org.testimony.web.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.project.Member;
import org.testimony.db.project.Members;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;

/**
 * Lets an act happen only if its actor has the permission it declares. Who is not in a project
 * learns nothing of it: not even that it exists.
 */
@Interceptor
@Needs(Permission.ANYONE)
@Priority(Interceptor.Priority.LIBRARY_BEFORE + 500)
public class PermissionCheck {

  private final Projects projects;
  private final Members members;
  private final Assignments assignments;

  @Inject
  PermissionCheck(Projects projects, Members members, Assignments assignments) {
    this.projects = projects;
    this.members = members;
    this.assignments = assignments;
  }

  @AroundInvoke
  @Nullable Object check(InvocationContext context) throws Exception {
    Needs needs = context.getMethod().getAnnotation(Needs.class);
    if (needs == null) {
      needs = context.getMethod().getDeclaringClass().getAnnotation(Needs.class);
    }
    Object[] arguments = context.getParameters();
    if (needs == null || arguments.length == 0 || !(arguments[0] instanceof Actor actor)) {
      throw new IllegalStateException(
          context.getMethod() + " has no declared permission or does not take the actor first");
    }
    require(needs.value(), actor, arguments);
    return context.proceed();
  }

  private void require(Permission permission, Actor actor, Object[] arguments) {
    if (permission == Permission.ANYONE) {
      return;
    }
    if (!actor.isSignedIn()) {
      throw new Refused.NotSignedIn();
    }
    switch (permission) {
      case ADMINISTRATOR -> {
        if (!actor.isAdministrator()) {
          throw new Refused.NotAllowed("refused.administrator");
        }
      }
      case MEMBER -> requireRole(actor, arguments, EnumSet.allOf(Role.class));
      case OWNER -> requireRole(actor, arguments, EnumSet.of(Role.OWNER));
      case REPORT_READER ->
          requireRole(actor, arguments, EnumSet.of(Role.OWNER, Role.ADJUDICATOR, Role.REVIEWER));
      case ASSIGNMENT_OWNER -> requireOwnerOf(actor, (AssignmentId) arguments[1]);
      case ASSIGNEE -> requireAssignee(actor, arguments);
      default -> {}
    }
  }

  private void requireRole(Actor actor, Object[] arguments, Set<Role> roles) {
    ProjectId project = (ProjectId) arguments[1];
    if (projects.find(project).isEmpty()) {
      throw new Refused.NotFound("refused.noProject");
    }
    if (actor.isAdministrator()) {
      return;
    }
    Member member =
        members
            .find(project, actor.account())
            .filter(found -> !found.roles().isEmpty())
            .orElseThrow(() -> new Refused.NotFound("refused.noProject"));
    if (member.roles().stream().noneMatch(roles::contains)) {
      throw new Refused.NotAllowed("refused.role");
    }
  }

  private void requireOwnerOf(Actor actor, AssignmentId id) {
    boolean owner =
        assignments
            .find(id)
            .filter(a -> actor.isAdministrator() || has(Role.OWNER, actor, a.project()))
            .isPresent();
    if (!owner) {
      throw new Refused.NotFound("refused.noAssignment");
    }
  }

  private boolean has(Role role, Actor actor, ProjectId project) {
    return members
        .find(project, actor.account())
        .filter(member -> member.roles().contains(role))
        .isPresent();
  }

  private void requireAssignee(Actor actor, Object[] arguments) {
    AssignmentId id = (AssignmentId) arguments[1];
    Assignment assignment =
        assignments
            .find(id)
            .filter(found -> found.annotator().equals(actor.account()))
            .orElseThrow(() -> new Refused.NotFound("refused.noAssignment"));
    if (!has(Role.ANNOTATOR, actor, assignment.project())) {
      throw new Refused.NotAllowed("refused.noLongerAnnotator");
    }
  }
}

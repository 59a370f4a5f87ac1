package org.testimony.web.assignment;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.testimony.core.article.ArticleId;
import org.testimony.db.account.Account;
import org.testimony.db.account.Accounts;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.assignment.Round;
import org.testimony.db.assignment.Rounds;
import org.testimony.db.project.Members;
import org.testimony.db.project.Project;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.db.project.Role;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.UseCase;

/** Lists assignments: one's own, or for owners those of a project. */
@UseCase
public class ListAssignments {

  private final Assignments assignments;
  private final Articles articles;
  private final Projects projects;
  private final Rounds rounds;
  private final Accounts accounts;
  private final Members members;

  @Inject
  ListAssignments(
      Assignments assignments,
      Articles articles,
      Projects projects,
      Rounds rounds,
      Accounts accounts,
      Members members) {
    this.assignments = assignments;
    this.articles = articles;
    this.projects = projects;
    this.rounds = rounds;
    this.accounts = accounts;
    this.members = members;
  }

  /**
   * An assignment with what a list shows of it.
   *
   * @param assignment the assignment
   * @param project it belongs to
   * @param round it belongs to
   * @param article to label
   * @param annotator who labels
   */
  public record Entry(
      Assignment assignment, Project project, Round round, Article article, Account annotator) {}

  /** One's own assignments in all projects that one still labels in, in the order of one's list. */
  @Needs(Permission.SIGNED_IN)
  public List<Entry> own(Actor actor) {
    List<Entry> entries = new ArrayList<>();
    Optional<Account> annotator = accounts.find(actor.account());
    if (annotator.isEmpty()) {
      return entries;
    }
    for (Assignment assignment : assignments.of(actor.account())) {
      ProjectId project = assignment.project();
      if (!labels(actor, project)) {
        continue;
      }
      entries.add(
          new Entry(
              assignment,
              projects.find(project).orElseThrow(),
              rounds.find(project, assignment.round()).orElseThrow(),
              articles.find(project, assignment.article()).orElseThrow(),
              annotator.get()));
    }
    return entries;
  }

  private boolean labels(Actor actor, ProjectId project) {
    return members
        .find(project, actor.account())
        .filter(member -> member.roles().contains(Role.ANNOTATOR))
        .isPresent();
  }

  /**
   * All assignments of a project, by annotator and place in their lists. Of an article that the
   * actor still labels, only the actor's own: whoever labels an article counts on it as annotator.
   */
  @Needs(Permission.OWNER)
  public List<Entry> of(Actor actor, ProjectId id) {
    Project project = projects.find(id).orElseThrow();
    Map<ArticleId, Article> byArticle = new HashMap<>();
    articles.all(id).forEach(a -> byArticle.put(a.id(), a));
    Map<UUID, Round> byRound = new HashMap<>();
    rounds.of(id).forEach(r -> byRound.put(r.id(), r));
    List<Assignment> all = assignments.of(id);
    Set<ArticleId> stillLabelled = new HashSet<>();
    for (Assignment assignment : all) {
      if (assignment.annotator().equals(actor.account()) && assignment.state().isEditable()) {
        stillLabelled.add(assignment.article());
      }
    }
    List<Entry> entries = new ArrayList<>();
    for (Assignment assignment : all) {
      boolean own = assignment.annotator().equals(actor.account());
      if (!own && stillLabelled.contains(assignment.article())) {
        continue;
      }
      entries.add(
          new Entry(
              assignment,
              project,
              Optional.ofNullable(byRound.get(assignment.round())).orElseThrow(),
              Optional.ofNullable(byArticle.get(assignment.article())).orElseThrow(),
              accounts.find(assignment.annotator()).orElseThrow()));
    }
    return entries;
  }

  /** The rounds of a project, oldest first. */
  @Needs(Permission.OWNER)
  public List<Round> rounds(Actor actor, ProjectId project) {
    return rounds.of(project);
  }
}

package org.testimony.web.annotation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.testimony.core.annotation.AnnotationSetJson;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.codebook.CodebookWriter;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Paragraphs;
import org.testimony.core.text.StrictJson;
import org.testimony.db.annotation.AnnotationSets;
import org.testimony.db.annotation.OperationLog;
import org.testimony.db.article.Articles;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.Assignments;
import org.testimony.db.project.Codebooks;
import org.testimony.db.project.Project;
import org.testimony.db.project.Projects;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.UseCase;

/** Gives the workbench everything it needs of one assignment in one answer. */
@UseCase
public class ReadAssignment {

  private final Assignments assignments;
  private final Articles articles;
  private final Projects projects;
  private final Codebooks codebooks;
  private final AnnotationSets sets;
  private final OperationLog log;

  @Inject
  ReadAssignment(
      Assignments assignments,
      Articles articles,
      Projects projects,
      Codebooks codebooks,
      AnnotationSets sets,
      OperationLog log) {
    this.assignments = assignments;
    this.articles = articles;
    this.projects = projects;
    this.codebooks = codebooks;
    this.sets = sets;
    this.log = log;
  }

  /** Text, codebook, set and state of one's own assignment. */
  @Needs(Permission.ASSIGNEE)
  public ObjectNode read(Actor actor, AssignmentId id) {
    Assignment assignment = assignments.find(id).orElseThrow();
    ArticleText text = articles.text(assignment.text()).orElseThrow();
    Project project = projects.find(assignment.project()).orElseThrow();
    List<Assignment> own = own(actor, assignment);
    ObjectNode node = StrictJson.object();
    node.put("id", id.toString());
    node.put("phase", assignment.phase().name());
    node.put("state", assignment.state().name());
    node.put("revision", assignment.revision());
    assignment.note().ifPresent(note -> node.put("note", note));
    node.put("annotator", actor.displayName());
    node.put("annotatorId", actor.account().toString());
    node.put("position", own.indexOf(assignment) + 1);
    node.put("of", own.size());
    node.putObject("project").put("key", project.key()).put("name", project.name());
    ArticleDetails details =
        articles.find(assignment.project(), assignment.article()).orElseThrow().details();
    ObjectNode article = node.putObject("article").put("title", details.title());
    details.outlet().ifPresent(outlet -> article.put("outlet", outlet));
    details.url().ifPresent(url -> article.put("url", url));
    details.published().ifPresent(date -> article.put("published", date.toString()));
    ObjectNode words = node.putObject("text");
    words.put("characters", text.characters());
    words.put("length", text.length()).put("sha256", text.sha256().hex());
    ArrayNode paragraphs = node.putArray("paragraphs");
    for (Fragment paragraph : Paragraphs.of(text)) {
      paragraphs.addArray().add(paragraph.begin()).add(paragraph.end());
    }
    node.set(
        "codebook",
        StrictJson.read(CodebookWriter.write(codebooks.current(assignment.project()).codebook())));
    node.set("set", AnnotationSetJson.write(sets.find(assignment)));
    next(own, assignment)
        .ifPresent(
            next -> node.put("next", next.id().toString()).put("nextPhase", next.phase().name()));
    return node;
  }

  private List<Assignment> own(Actor actor, Assignment assignment) {
    return assignments.of(actor.account()).stream()
        .filter(a -> a.project().equals(assignment.project()))
        .toList();
  }

  private static Optional<Assignment> next(List<Assignment> own, Assignment current) {
    return own.stream()
        .filter(a -> !a.equals(current))
        .filter(a -> a.state().isEditable())
        .findFirst();
  }

  /** The operations of one's own assignment after a revision. */
  @Needs(Permission.ASSIGNEE)
  public ObjectNode since(Actor actor, AssignmentId id, long revision) {
    Assignment assignment = assignments.find(id).orElseThrow();
    ObjectNode node = StrictJson.object();
    node.put("revision", assignment.revision());
    node.put("state", assignment.state().name());
    node.set("operations", Recorded.operations(log.since(assignment, revision)));
    return node;
  }
}

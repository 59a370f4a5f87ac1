package org.testimony.db.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.assignment.AssignmentId;
import org.testimony.core.text.ArticleText;
import org.testimony.db.assignment.Assignment;
import org.testimony.db.assignment.AssignmentNotes;
import org.testimony.db.project.ProjectId;

/** What each assignment's set is now: the projection of its log. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class AnnotationSets {

  private final EntityManager entities;
  private final AssignmentNotes notes;

  /** Works in the transaction of this entity manager. */
  @Inject
  public AnnotationSets(EntityManager entities, AssignmentNotes notes) {
    this.entities = entities;
    this.notes = notes;
  }

  /** The whole set. */
  public AnnotationSet find(Assignment assignment) {
    Map<AnnotationId, Annotation> annotations = new TreeMap<>();
    rows(assignment, AnnotationRow.class, "").stream()
        .filter(row -> !row.isDeleted())
        .map(AnnotationRow::annotation)
        .forEach(annotation -> annotations.put(annotation.id(), annotation));
    return set(
        assignment,
        annotations,
        rows(assignment, RelationRow.class, ""),
        rows(assignment, JudgementRow.class, ""));
  }

  /**
   * The whole sets of several assignments of a project, which were read in this transaction. Four
   * queries, however many they are; nothing is kept for changing.
   */
  public Map<AssignmentId, AnnotationSet> findAll(
      ProjectId project, Collection<Assignment> assignments) {
    SetColumns columns = new SetColumns(select -> rows(select, project, assignments));
    Map<AssignmentId, Map<AnnotationId, Annotation>> annotations = columns.annotations();
    Map<AssignmentId, Map<RelationId, Relation>> relations = columns.relations();
    Map<AssignmentId, Map<JudgementKey, String>> judgements = columns.judgements();
    Map<AssignmentId, Map<ValueKey, FeatureValue>> values = columns.values();
    Map<AssignmentId, AnnotationSet> sets = new HashMap<>();
    for (Assignment assignment : assignments) {
      AssignmentId id = assignment.id();
      sets.put(
          id,
          new AnnotationSet(
              annotations.getOrDefault(id, Map.of()),
              relations.getOrDefault(id, Map.of()),
              judgements.getOrDefault(id, Map.of()),
              values.getOrDefault(id, Map.of()),
              notes.note(id),
              notes.discuss(id)));
    }
    return sets;
  }

  private List<Object[]> rows(
      String select, ProjectId project, Collection<Assignment> assignments) {
    List<UUID> ids = assignments.stream().map(assignment -> assignment.id().value()).toList();
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                select + " r.projectId = :project and r.assignmentId in :assignments",
                Object[].class)
            .setParameter("project", project.value())
            .setParameter("assignments", ids)
            .getResultList();
  }

  /** The annotations as stored, with the words around them, in no particular order. */
  public List<StoredAnnotation> stored(Assignment assignment) {
    return rows(assignment, AnnotationRow.class, "").stream()
        .filter(row -> !row.isDeleted())
        .map(AnnotationRow::stored)
        .toList();
  }

  /**
   * The part of the set that operations on these annotations and relations can touch: they, their
   * relations with both ends, their judgements, and all values of the article.
   */
  public AnnotationSet touched(
      Assignment assignment, Collection<AnnotationId> spans, Collection<RelationId> relations) {
    List<RelationRow> links = linksOf(assignment, spans, relations);
    Set<UUID> ids = new HashSet<>();
    spans.forEach(id -> ids.add(id.value()));
    for (RelationRow link : links) {
      ids.add(link.relation().ends().from().value());
      ids.add(link.relation().ends().to().value());
    }
    Map<AnnotationId, Annotation> annotations = new TreeMap<>();
    for (UUID id : ids) {
      AnnotationRow row = entities.find(AnnotationRow.class, new RowKey(assignment, id));
      if (row != null && !row.isDeleted()) {
        Annotation annotation = row.annotation();
        annotations.put(annotation.id(), annotation);
      }
    }
    List<JudgementRow> judgements =
        ids.isEmpty()
            ? List.of()
            : query(assignment, JudgementRow.class, " and r.claimId in :ids")
                .setParameter("ids", ids)
                .getResultList();
    return set(assignment, annotations, links, judgements);
  }

  private List<RelationRow> linksOf(
      Assignment assignment, Collection<AnnotationId> spans, Collection<RelationId> relations) {
    if (spans.isEmpty() && relations.isEmpty()) {
      return List.of();
    }
    Set<UUID> ends = new HashSet<>(Set.of(new UUID(0, 0)));
    spans.forEach(id -> ends.add(id.value()));
    Set<UUID> ids = new HashSet<>(Set.of(new UUID(0, 0)));
    relations.forEach(id -> ids.add(id.value()));
    return query(
            assignment,
            RelationRow.class,
            " and (r.fromId in :ends or r.toId in :ends or r.id in :ids)")
        .setParameter("ends", ends)
        .setParameter("ids", ids)
        .getResultList();
  }

  private AnnotationSet set(
      Assignment assignment,
      Map<AnnotationId, Annotation> annotations,
      List<RelationRow> relationRows,
      List<JudgementRow> judgementRows) {
    Map<RelationId, Relation> relations = new TreeMap<>();
    for (RelationRow row : relationRows) {
      relations.put(row.relation().id(), row.relation());
    }
    Map<JudgementKey, String> judgements = new TreeMap<>();
    judgementRows.forEach(row -> judgements.put(row.key(), row.value()));
    Map<ValueKey, FeatureValue> values = new TreeMap<>();
    rows(assignment, ArticleValueRow.class, "").forEach(row -> values.put(row.key(), row.value()));
    return new AnnotationSet(
        annotations,
        relations,
        judgements,
        values,
        notes.note(assignment.id()),
        notes.discuss(assignment.id()));
  }

  /**
   * Writes what differs between two states of a set, or of the same part of it.
   *
   * @param text that the spans refer to
   * @param codebookVersion in force
   * @param revision of the operation that made the difference
   */
  public void write(
      Assignment assignment,
      AnnotationSet before,
      AnnotationSet after,
      ArticleText text,
      String codebookVersion,
      long revision) {
    writeAnnotations(assignment, before, after, text, codebookVersion, revision);
    for (RelationId gone : missing(before.relations(), after.relations())) {
      entities.remove(entities.find(RelationRow.class, new RowKey(assignment, gone.value())));
    }
    after
        .relations()
        .forEach(
            (id, relation) -> {
              if (!before.relations().containsKey(id)) {
                entities.persist(new RelationRow(assignment, relation, revision));
              }
            });
    writeJudgements(assignment, before, after, revision);
    writeValues(assignment, before, after, revision);
    if (!before.note().equals(after.note()) || before.discuss() != after.discuss()) {
      notes.set(assignment.id(), after.note(), after.discuss());
    }
    entities.flush();
  }

  private void writeAnnotations(
      Assignment assignment,
      AnnotationSet before,
      AnnotationSet after,
      ArticleText text,
      String codebookVersion,
      long revision) {
    for (AnnotationId gone : missing(before.annotations(), after.annotations())) {
      entities.find(AnnotationRow.class, new RowKey(assignment, gone.value())).delete(revision);
    }
    for (Annotation annotation : after.annotations().values()) {
      if (annotation.equals(before.annotations().get(annotation.id()))) {
        continue;
      }
      row(
              AnnotationRow.class,
              new RowKey(assignment, annotation.id().value()),
              () -> new AnnotationRow(assignment, annotation.id()))
          .set(annotation, text, codebookVersion, revision);
    }
  }

  private void writeJudgements(
      Assignment assignment, AnnotationSet before, AnnotationSet after, long revision) {
    for (JudgementKey gone : missing(before.judgements(), after.judgements())) {
      entities.remove(entities.find(JudgementRow.class, new JudgementRow.Key(assignment, gone)));
    }
    after
        .judgements()
        .forEach(
            (key, value) -> {
              if (!value.equals(before.judgements().get(key))) {
                row(
                        JudgementRow.class,
                        new JudgementRow.Key(assignment, key),
                        () -> new JudgementRow(assignment, key))
                    .set(value, revision);
              }
            });
  }

  private void writeValues(
      Assignment assignment, AnnotationSet before, AnnotationSet after, long revision) {
    for (ValueKey gone : missing(before.values(), after.values())) {
      entities.remove(
          entities.find(ArticleValueRow.class, new ArticleValueRow.Key(assignment, gone)));
    }
    after
        .values()
        .forEach(
            (key, value) -> {
              if (!value.equals(before.values().get(key))) {
                row(
                        ArticleValueRow.class,
                        new ArticleValueRow.Key(assignment, key),
                        () -> new ArticleValueRow(assignment, key))
                    .set(value, revision);
              }
            });
  }

  /** The row of this key; where there is none, a fresh one that will be written. */
  private <R> R row(Class<R> type, Object key, Supplier<R> fresh) {
    R row = entities.find(type, key);
    if (row == null) {
      row = fresh.get();
      entities.persist(row);
    }
    return row;
  }

  private static <K> Set<K> missing(Map<K, ?> before, Map<K, ?> after) {
    Set<K> missing = new HashSet<>(before.keySet());
    missing.removeAll(after.keySet());
    return missing;
  }

  private <R> List<R> rows(Assignment assignment, Class<R> type, String condition) {
    return query(assignment, type, condition).getResultList();
  }

  private <R> TypedQuery<R> query(Assignment assignment, Class<R> type, String condition) {
    return entities
        .createQuery(
            "select r from "
                + type.getSimpleName()
                + " r where r.projectId = :project and r.assignmentId = :assignment"
                + condition,
            type)
        .setParameter("project", assignment.project().value())
        .setParameter("assignment", assignment.id().value());
  }
}

package org.testimony.db.annotation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.Content;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Origin;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.assignment.AssignmentId;

/**
 * The columns of many sets at once. No row becomes an entity: a report reads tens of thousands, and
 * the transaction would keep them all.
 *
 * @param rows what a query answers, to which the choice of the sets is added
 */
record SetColumns(Function<String, List<Object[]>> rows) {

  /** The annotations of each set that are not removed. */
  Map<AssignmentId, Map<AnnotationId, Annotation>> annotations() {
    Map<AssignmentId, Map<AnnotationId, Annotation>> sets = new HashMap<>();
    read(
        "select r.assignmentId, r.id, r.layer, r.span, r.quote, r.features, r.note, r.discuss,"
            + " r.origin from AnnotationRow r where r.deleted = false and",
        row -> {
          Annotation annotation = annotation(row);
          of(sets, row).put(annotation.id(), annotation);
        });
    return sets;
  }

  private static Annotation annotation(Object[] row) {
    Content content =
        new Content(
            (String) row[2],
            ColumnJson.span((String) row[3]),
            ColumnJson.texts((String) row[4]),
            ColumnJson.features((String) row[5]),
            Optional.ofNullable((String) row[6]),
            (Boolean) row[7]);
    return new Annotation(new AnnotationId((UUID) row[1]), content, (Origin) row[8]);
  }

  /** The relations of each set. */
  Map<AssignmentId, Map<RelationId, Relation>> relations() {
    Map<AssignmentId, Map<RelationId, Relation>> sets = new HashMap<>();
    read(
        "select r.assignmentId, r.id, r.type, r.fromId, r.toId from RelationRow r where",
        row -> {
          RelationId id = new RelationId((UUID) row[1]);
          Relation.Ends ends =
              new Relation.Ends(
                  (String) row[2],
                  new AnnotationId((UUID) row[3]),
                  new AnnotationId((UUID) row[4]));
          of(sets, row).put(id, new Relation(id, ends));
        });
    return sets;
  }

  /** The judgements of each set on its own claims. */
  Map<AssignmentId, Map<JudgementKey, String>> judgements() {
    Map<AssignmentId, Map<JudgementKey, String>> sets = new HashMap<>();
    read(
        "select r.assignmentId, r.claimId, r.target, r.value from JudgementRow r"
            + " where r.claimVersion = "
            + JudgementRow.OWN
            + " and",
        row ->
            of(sets, row)
                .put(
                    new JudgementKey(new AnnotationId((UUID) row[1]), (String) row[2]),
                    (String) row[3]));
    return sets;
  }

  /** The values that each set gives its article. */
  Map<AssignmentId, Map<ValueKey, FeatureValue>> values() {
    Map<AssignmentId, Map<ValueKey, FeatureValue>> sets = new HashMap<>();
    read(
        "select r.assignmentId, r.feature, r.target, r.value from ArticleValueRow r where",
        row -> {
          Optional<String> target = Optional.of((String) row[2]).filter(t -> !t.isEmpty());
          of(sets, row)
              .put(new ValueKey((String) row[1], target), ColumnJson.value((String) row[3]));
        });
    return sets;
  }

  private void read(String select, Consumer<Object[]> each) {
    rows.apply(select).forEach(each);
  }

  private static <K extends Comparable<K>, V> Map<K, V> of(
      Map<AssignmentId, Map<K, V>> sets, Object[] row) {
    return sets.computeIfAbsent(new AssignmentId((UUID) row[0]), id -> new TreeMap<>());
  }
}

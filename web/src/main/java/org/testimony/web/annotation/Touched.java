package org.testimony.web.annotation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;

/**
 * The annotations and relations that operations read or change.
 *
 * @param spans annotations
 * @param relations relations
 */
record Touched(Set<AnnotationId> spans, Set<RelationId> relations) {

  static Touched by(Collection<Operation> operations) {
    Touched touched = new Touched(new HashSet<>(), new HashSet<>());
    operations.forEach(operation -> touched.add(operation.change()));
    return touched;
  }

  private void add(Change change) {
    if (change instanceof Change.AddSpan c) {
      spans.add(c.span());
    } else if (change instanceof Change.RemoveSpan c) {
      spans.add(c.span());
    } else if (change instanceof Change.MoveSpan c) {
      spans.add(c.span());
    } else if (change instanceof Change.Relabel c) {
      spans.add(c.span());
    } else if (change instanceof Change.SetFeature c) {
      spans.add(c.span());
    } else if (change instanceof Change.Judge c) {
      spans.add(c.claim());
    } else if (change instanceof Change.SetNote c) {
      c.span().ifPresent(spans::add);
    } else if (change instanceof Change.SetFlag c) {
      c.span().ifPresent(spans::add);
    } else if (change instanceof Change.Link c) {
      relations.add(c.relation());
      addEnds(c.after());
    } else if (change instanceof Change.Unlink c) {
      relations.add(c.relation());
      c.before().ifPresent(this::addEnds);
    }
  }

  private void addEnds(Relation.Ends ends) {
    spans.add(ends.from());
    spans.add(ends.to());
  }
}

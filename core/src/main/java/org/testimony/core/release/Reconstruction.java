package org.testimony.core.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Content;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.text.ArticleText;

/**
 * The operations by which the sets of a released assignment come about again: first the set as
 * first submitted, then submission, then what it is now. Replaying them gives the set; their origin
 * is IMPORT, since nobody here marked it.
 */
public final class Reconstruction {

  private final List<Codebook> codebooks;
  private final Supplier<UUID> random;

  /**
   * For assignments of a corpus.
   *
   * @param codebooks all versions, oldest first
   * @param random gives random UUIDs of version 4, for operations, annotations and relations
   */
  public Reconstruction(List<Codebook> codebooks, Supplier<UUID> random) {
    this.codebooks = List.copyOf(codebooks);
    this.random = random;
  }

  /**
   * An operation with what it makes of the set.
   *
   * @param operation to log
   * @param before the set before it
   * @param after the set after it
   */
  public record Step(Operation operation, AnnotationSet before, AnnotationSet after) {}

  /**
   * All steps, oldest first.
   *
   * @throws Unreadable when no version of the codebook allows one of them; names the annotation
   */
  public List<Step> steps(Corpus.Assignment assignment, ArticleText text) throws Unreadable {
    Script script = new Script(text, assignment.phase());
    boolean closed =
        assignment.state().isComplete() || assignment.state() == AssignmentState.RETURNED;
    if (assignment.firstSubmission().isPresent()) {
      script.make(assignment.firstSubmission().get());
      script.add(assignment.name(), new Change.Submit(true), newest());
      if (assignment.changedSinceSubmission() || !assignment.state().isComplete()) {
        script.add(assignment.name(), new Change.Reopen(), newest());
      }
    }
    if (assignment.firstSubmission().isEmpty() || assignment.changedSinceSubmission()) {
      script.clear();
      script.make(assignment.set());
      if (closed && assignment.changedSinceSubmission()) {
        script.add(assignment.name(), new Change.Submit(true), newest());
        if (assignment.state() == AssignmentState.RETURNED) {
          script.add(assignment.name(), new Change.Reopen(), newest());
        }
      }
    }
    return List.copyOf(script.steps);
  }

  private String newest() {
    return codebooks.get(codebooks.size() - 1).version().toString();
  }

  /** Steps while they are made. */
  private final class Script {

    private final VersionedEditor editor;
    private final Phase phase;
    private final List<Step> steps = new ArrayList<>();
    private AnnotationSet set = AnnotationSet.EMPTY;

    Script(ArticleText text, Phase phase) {
      this.editor = new VersionedEditor(text, codebooks, phase);
      this.phase = phase;
    }

    /** Takes back everything. */
    void clear() throws Unreadable {
      for (Annotation gone : List.copyOf(set.annotations().values())) {
        Change remove = new Change.RemoveSpan(gone.id(), Optional.of(gone.content()));
        add(gone.id().toString(), remove, newest());
      }
      for (AnnotationSet.ValueKey key : List.copyOf(set.values().keySet())) {
        Change unset =
            new Change.SetArticleValue(
                key, Optional.ofNullable(set.values().get(key)), Optional.empty());
        add(key.feature(), unset, newest());
      }
      if (set.note().isPresent()) {
        add("note", new Change.SetNote(Optional.empty(), set.note(), Optional.empty()), newest());
      }
      if (set.discuss()) {
        add("discuss", new Change.SetFlag(Optional.empty(), true, false), newest());
      }
    }

    /** Makes a set out of an empty one. Ids rise as names do, so that a new release is equal. */
    void make(ReleasedSet released) throws Unreadable {
      Map<String, AnnotationId> ids = new TreeMap<>();
      List<UUID> sorted = sorted(released.annotations().size());
      for (ReleasedSet.Annotation annotation : released.annotations()) {
        AnnotationId id = new AnnotationId(sorted.get(ids.size()));
        ids.put(annotation.name(), id);
        Content content =
            new Content(
                annotation.layer(),
                annotation.span(),
                annotation.words().exact(),
                annotation.features(),
                annotation.note(),
                annotation.discuss());
        add(annotation.name(), new Change.AddSpan(id, content), annotation.codebook());
      }
      List<UUID> links = sorted(released.relations().size());
      for (int i = 0; i < links.size(); i++) {
        ReleasedSet.Relation relation = released.relations().get(i);
        Relation.Ends ends =
            new Relation.Ends(relation.type(), id(ids, relation.from()), id(ids, relation.to()));
        add(relation.name(), new Change.Link(new RelationId(links.get(i)), ends), newest());
      }
      for (ReleasedSet.Judgement judgement : released.judgements()) {
        Change judge =
            new Change.Judge(
                id(ids, judgement.claim()),
                judgement.target(),
                Optional.empty(),
                Optional.of(judgement.value()));
        add(judgement.claim(), judge, newest());
      }
      for (AnnotationSet.ValueKey key : released.values().keySet()) {
        Change value =
            new Change.SetArticleValue(
                key, Optional.empty(), Optional.ofNullable(released.values().get(key)));
        add(released.name(), value, newest());
      }
      if (released.note().isPresent()) {
        Change note = new Change.SetNote(Optional.empty(), Optional.empty(), released.note());
        add(released.name(), note, newest());
      }
      if (released.discuss()) {
        add(released.name(), new Change.SetFlag(Optional.empty(), false, true), newest());
      }
    }

    private static AnnotationId id(Map<String, AnnotationId> ids, String name) {
      AnnotationId id = ids.get(name);
      if (id == null) {
        throw new IllegalStateException("no annotation " + name);
      }
      return id;
    }

    private List<UUID> sorted(int count) {
      List<UUID> ids = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        ids.add(random.get());
      }
      ids.sort(null);
      return ids;
    }

    void add(String name, Change change, String version) throws Unreadable {
      boolean fixed = phase == Phase.JUDGE && change instanceof Change.OfSpans;
      Operation.Input input =
          fixed || change instanceof Change.Reopen
              ? Operation.Input.SERVER
              : Operation.Input.IMPORT;
      Operation operation = new Operation(random.get(), steps.size() + 1L, change, input, version);
      Outcome outcome = editor.apply(set, operation);
      if (outcome instanceof Outcome.Rejected rejected) {
        throw new Unreadable(name, rejected.rejection().detail());
      }
      AnnotationSet after = ((Outcome.Applied) outcome).set();
      steps.add(new Step(operation, set, after));
      set = after;
    }
  }
}

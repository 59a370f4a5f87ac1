package org.testimony.core.annotation;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.Outcome.Applied;
import org.testimony.core.annotation.Outcome.Rejected;
import org.testimony.core.annotation.Rejection.Code;
import org.testimony.core.annotation.Rejection.Missing;
import org.testimony.core.assignment.Phase;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Layer;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Span;

/**
 * Decides whether an operation holds against the text, the codebook and the set, and what the set
 * is after it.
 *
 * <p>Operations of several tabs and devices merge by these rules: different annotations commute; a
 * change whose {@code before} no longer holds wins all the same, since it came later; removing what
 * is gone succeeds and changes nothing; a change to what is gone is rejected. A set that holds only
 * the annotations and relations that an operation touches is enough for every operation but {@link
 * Change.Submit}.
 */
public final class Editor {

  private static final Set<Operation.Input> IMPORTED =
      EnumSet.of(Operation.Input.IMPORT, Operation.Input.SERVER);

  private final ArticleText text;
  private final Codebook codebook;
  private final Phase phase;
  private final Values values;

  /** An editor for annotations of this text under this codebook, in this phase. */
  public Editor(ArticleText text, Codebook codebook, Phase phase) {
    this.text = text;
    this.codebook = codebook;
    this.phase = phase;
    this.values = new Values(codebook);
  }

  /** What the operation makes of the set. */
  public Outcome apply(AnnotationSet set, Operation operation) {
    Change change = operation.change();
    Optional<Rejection> refusal = fixedRefusal(operation).or(() -> refusal(set, change));
    if (refusal.isPresent()) {
      return new Rejected(refusal.get());
    }
    boolean suggested = operation.input() == Operation.Input.SUGGESTION;
    Origin origin =
        suggested
            ? Origin.ACCEPTED
            : IMPORTED.contains(operation.input()) ? Origin.IMPORT : Origin.MANUAL;
    return new Applied(changed(set, change, origin));
  }

  /**
   * The set that these operations make, beginning with nothing.
   *
   * @throws IllegalStateException when one of them does not hold; a log holds none that does not
   */
  public AnnotationSet replay(Iterable<Operation> operations) {
    AnnotationSet set = AnnotationSet.EMPTY;
    for (Operation operation : operations) {
      if (apply(set, operation) instanceof Applied applied) {
        set = applied.set();
      } else {
        throw new IllegalStateException("operation %s does not hold".formatted(operation.id()));
      }
    }
    return set;
  }

  /** Claims that are judged were fixed by others; only the server puts them into the set. */
  private Optional<Rejection> fixedRefusal(Operation operation) {
    boolean fixed = phase == Phase.JUDGE && operation.input() != Operation.Input.SERVER;
    return fixed && operation.change() instanceof Change.OfSpans
        ? refused(Code.FIXED, "the claims of this assignment are fixed; stances may be given")
        : Optional.empty();
  }

  private Optional<Rejection> refusal(AnnotationSet set, Change change) {
    if (change instanceof Change.AddSpan c) {
      return set.annotation(c.span()).isPresent()
          ? refused(Code.ALREADY_EXISTS, "span %s is already there".formatted(c.span()))
          : refusal(c.after());
    }
    if (change instanceof Change.MoveSpan c) {
      return unknown(set, c.span()).or(() -> refusal(c.after().span(), c.after().quote()));
    }
    if (change instanceof Change.Relabel c) {
      return unknown(set, c.span()).or(() -> values.layerRefusal(c.after()));
    }
    if (change instanceof Change.SetFeature c) {
      return unknown(set, c.span()).or(() -> featureRefusal(set, c));
    }
    if (change instanceof Change.Link c) {
      return linkRefusal(set, c);
    }
    if (change instanceof Change.Judge c) {
      return unknown(set, c.claim()).or(() -> judgementRefusal(set, c));
    }
    if (change instanceof Change.SetArticleValue c) {
      return values.articleRefusal(c.key(), c.after());
    }
    if (change instanceof Change.SetNote c) {
      return c.span()
          .flatMap(span -> unknown(set, span))
          .or(() -> c.after().flatMap(Values::noteRefusal));
    }
    if (change instanceof Change.SetFlag c) {
      return c.span().flatMap(span -> unknown(set, span));
    }
    return change instanceof Change.Submit c ? submitRefusal(set, c) : Optional.empty();
  }

  private AnnotationSet changed(AnnotationSet set, Change change, Origin origin) {
    if (change instanceof Change.AddSpan c) {
      return set.with(new Annotation(c.span(), c.after(), origin));
    }
    if (change instanceof Change.RemoveSpan c) {
      return set.without(c.span());
    }
    if (change instanceof Change.MoveSpan c) {
      return edited(set, c.span(), content -> content.at(c.after().span(), c.after().quote()));
    }
    if (change instanceof Change.Relabel c) {
      return relabelled(set, c);
    }
    if (change instanceof Change.SetFeature c) {
      return edited(set, c.span(), content -> content.with(c.field(), c.after()));
    }
    if (change instanceof Change.Link c) {
      return set.with(new Relation(c.relation(), c.after()));
    }
    if (change instanceof Change.Unlink c) {
      return set.without(c.relation());
    }
    if (change instanceof Change.Judge c) {
      return set.judged(new JudgementKey(c.claim(), c.target()), c.after());
    }
    if (change instanceof Change.SetArticleValue c) {
      return set.valued(c.key(), c.after());
    }
    if (change instanceof Change.SetNote c) {
      return c.span().isEmpty()
          ? set.noted(c.after())
          : edited(set, c.span().get(), content -> content.withNote(c.after()));
    }
    if (change instanceof Change.SetFlag c) {
      return c.span().isEmpty()
          ? set.discussed(c.after())
          : edited(set, c.span().get(), content -> content.withDiscuss(c.after()));
    }
    return set;
  }

  private static AnnotationSet edited(
      AnnotationSet set, AnnotationId id, UnaryOperator<Content> edit) {
    Annotation annotation = set.annotations().get(id);
    return annotation == null ? set : set.with(annotation.with(edit.apply(annotation.content())));
  }

  /** Puts a span on another layer and drops what that layer cannot carry. */
  private AnnotationSet relabelled(AnnotationSet set, Change.Relabel change) {
    Layer layer = codebook.layer(change.after()).orElseThrow();
    AnnotationSet result =
        edited(
            set,
            change.span(),
            content -> {
              Map<String, FeatureValue> kept = new TreeMap<>(content.features());
              kept.entrySet()
                  .removeIf(
                      e -> values.refusal(layer.feature(e.getKey()), e.getValue()).isPresent());
              return content.on(layer.id(), kept);
            });
    for (Relation relation : set.relations().values()) {
      if (relation.ends().touches(change.span())
          && endsRefusal(result, relation.ends()).isPresent()) {
        result = result.without(relation.id());
      }
    }
    for (JudgementKey key : set.judgements().keySet()) {
      if (key.claim().equals(change.span()) && !values.isJudged(layer.id())) {
        result = result.judged(key, Optional.empty());
      }
    }
    return result;
  }

  private Optional<Rejection> refusal(Content content) {
    Optional<Rejection> place =
        values
            .layerRefusal(content.layer())
            .or(() -> refusal(content.span(), content.quote()))
            .or(() -> content.note().flatMap(Values::noteRefusal));
    if (place.isPresent()) {
      return place;
    }
    Layer layer = codebook.layer(content.layer()).orElseThrow();
    for (Map.Entry<String, FeatureValue> feature : content.features().entrySet()) {
      Optional<Rejection> wrong =
          values.featureRefusal(layer, feature.getKey(), Optional.of(feature.getValue()));
      if (wrong.isPresent()) {
        return wrong;
      }
    }
    return Optional.empty();
  }

  private Optional<Rejection> refusal(Span span, List<String> quote) {
    if (!text.contains(span)) {
      return refused(
          Code.SPAN_OUTSIDE_TEXT,
          "span %s leaves a text of %d characters".formatted(span, text.length()));
    }
    List<String> actual = text.slices(span);
    return actual.equals(quote)
        ? Optional.empty()
        : refused(
            Code.QUOTE_MISMATCH,
            "at %s the text says %s, the quote sent was %s".formatted(span, actual, quote));
  }

  private Optional<Rejection> featureRefusal(AnnotationSet set, Change.SetFeature change) {
    return set.annotation(change.span())
        .flatMap(annotation -> codebook.layer(annotation.layer()))
        .flatMap(l -> values.featureRefusal(l, change.field(), change.after()));
  }

  private Optional<Rejection> linkRefusal(AnnotationSet set, Change.Link change) {
    if (set.relations().containsKey(change.relation())) {
      return refused(Code.ALREADY_EXISTS, "link %s is already there".formatted(change.relation()));
    }
    Relation.Ends ends = change.after();
    return unknown(set, ends.from())
        .or(() -> unknown(set, ends.to()))
        .or(() -> endsRefusal(set, ends))
        .or(
            () ->
                set.relations().values().stream().anyMatch(r -> r.ends().equals(ends))
                    ? refused(Code.ALREADY_EXISTS, "the two are already linked so")
                    : Optional.empty());
  }

  private Optional<Rejection> endsRefusal(AnnotationSet set, Relation.Ends ends) {
    return values.endsRefusal(
        ends,
        set.annotation(ends.from()).map(Annotation::layer),
        set.annotation(ends.to()).map(Annotation::layer));
  }

  private Optional<Rejection> judgementRefusal(AnnotationSet set, Change.Judge change) {
    return set.annotation(change.claim())
        .flatMap(claim -> values.judgementRefusal(claim.layer(), change.target(), change.after()));
  }

  private Optional<Rejection> submitRefusal(AnnotationSet set, Change.Submit change) {
    Completeness completeness = new Completeness(codebook);
    List<Missing> required = phase == Phase.JUDGE ? List.of() : completeness.missing(set);
    if (!required.isEmpty()) {
      return Optional.of(
          new Rejection(
              Code.INCOMPLETE,
              "%d required parts are missing".formatted(required.size()),
              required));
    }
    List<Missing> unset = completeness.unsetStances(set);
    if (!unset.isEmpty() && !change.unsetStanceConfirmed()) {
      return Optional.of(
          new Rejection(
              Code.STANCE_UNSET, "%d stances are not given".formatted(unset.size()), unset));
    }
    return Optional.empty();
  }

  private static Optional<Rejection> unknown(AnnotationSet set, AnnotationId id) {
    return set.annotation(id).isPresent()
        ? Optional.empty()
        : refused(Code.NO_SUCH_ANNOTATION, "span %s is not in this set".formatted(id));
  }

  private static Optional<Rejection> refused(Code code, String detail) {
    return Optional.of(Rejection.of(code, detail));
  }
}

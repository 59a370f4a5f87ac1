package org.testimony.core.claims;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import org.testimony.core.annotation.Editor;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.assignment.Phase;
import org.testimony.core.claims.ClaimsFile.ClaimLayers;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.FeatureType;
import org.testimony.core.codebook.Layer;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/**
 * Makes the set of fixed claims of one article, which each annotator who judges it begins with.
 *
 * @param text of the article
 * @param codebook that it is judged by
 * @param layers that claims and speakers lie on
 * @param random gives random UUIDs of version 4
 */
public record FixedSet(
    ArticleText text, Codebook codebook, ClaimLayers layers, Supplier<UUID> random) {

  /**
   * The set of these claims.
   *
   * @throws ClaimsRefused when one of them does not hold against text and codebook
   */
  public AnnotationSet of(List<FixedClaim> claims) throws ClaimsRefused {
    Making making = new Making();
    for (FixedClaim claim : claims) {
      making.add(claim);
    }
    return making.set;
  }

  /** The operations by which the program puts a fixed set into an empty one. */
  public List<Operation> operations(AnnotationSet fixed) {
    List<Change> changes = new ArrayList<>();
    fixed.annotations().values().stream()
        .sorted(
            Comparator.comparing((Annotation a) -> a.content().span())
                .thenComparing(Annotation::id))
        .forEach(a -> changes.add(new Change.AddSpan(a.id(), a.content())));
    fixed
        .relations()
        .values()
        .forEach(relation -> changes.add(new Change.Link(relation.id(), relation.ends())));
    List<Operation> operations = new ArrayList<>();
    for (Change change : changes) {
      operations.add(operation(operations.size() + 1L, change));
    }
    return operations;
  }

  private Operation operation(long number, Change change) {
    return new Operation(
        random.get(), number, change, Operation.Input.SERVER, codebook.version().toString());
  }

  /** A set while claims are added to it. */
  private final class Making {

    private final Editor editor = new Editor(text, codebook, Phase.JUDGE);
    private final Map<Span, AnnotationId> speakers = new HashMap<>();
    private final Map<Span, Long> claims = new HashMap<>();
    private AnnotationSet set = AnnotationSet.EMPTY;

    void add(FixedClaim claim) throws ClaimsRefused {
      Span span = span(claim.line(), claim.words());
      Long before = claims.putIfAbsent(span, claim.line());
      if (before != null) {
        throw new ClaimsRefused(
            claim.line(), "the claim at %s stands in line %d too".formatted(span, before));
      }
      AnnotationId id = mark(claim.line(), layers.claim(), claim.words(), span);
      for (FixedClaim.Words words : claim.speakers()) {
        Layer layer =
            layers
                .speaker()
                .orElseThrow(
                    () -> new ClaimsRefused(claim.line(), "the codebook links no speakers"));
        Span place = span(claim.line(), words);
        AnnotationId speaker = speakers.get(place);
        if (speaker == null) {
          speaker = mark(claim.line(), layer, words, place);
          speakers.put(place, speaker);
        }
        Relation.Ends ends = new Relation.Ends(layers.relation().orElseThrow(), id, speaker);
        apply(claim.line(), new Change.Link(new RelationId(random.get()), ends));
      }
    }

    private AnnotationId mark(long line, Layer layer, FixedClaim.Words words, Span span)
        throws ClaimsRefused {
      if (!text.contains(span)) {
        throw new ClaimsRefused(
            line, "span %s leaves a text of %d characters".formatted(span, text.length()));
      }
      List<String> actual = text.slices(span);
      if (!words.quote().isEmpty() && !words.quote().equals(actual)) {
        throw new ClaimsRefused(
            line,
            "at %s the text says %s, the file says %s".formatted(span, actual, words.quote()));
      }
      AnnotationId id = new AnnotationId(random.get());
      Content content =
          new Content(
              layer.id(), span, actual, features(line, layer, words), Optional.empty(), false);
      apply(line, new Change.AddSpan(id, content));
      return id;
    }

    private void apply(long line, Change change) throws ClaimsRefused {
      Outcome outcome = editor.apply(set, operation(1, change));
      if (outcome instanceof Outcome.Rejected rejected) {
        throw new ClaimsRefused(line, rejected.rejection().detail());
      }
      set = ((Outcome.Applied) outcome).set();
    }
  }

  private static Span span(long line, FixedClaim.Words words) throws ClaimsRefused {
    try {
      List<Fragment> fragments = new ArrayList<>();
      for (FixedClaim.Place place : words.fragments()) {
        fragments.add(new Fragment(place.begin(), place.end()));
      }
      return new Span(fragments);
    } catch (IllegalArgumentException e) {
      throw new ClaimsRefused(line, String.valueOf(e.getMessage()));
    }
  }

  private static Map<String, FeatureValue> features(long line, Layer layer, FixedClaim.Words words)
      throws ClaimsRefused {
    Map<String, FeatureValue> features = new TreeMap<>();
    for (Map.Entry<String, List<String>> entry : words.features().entrySet()) {
      Feature feature =
          layer
              .feature(entry.getKey())
              .orElseThrow(
                  () ->
                      new ClaimsRefused(
                          line, "%s has no feature %s".formatted(layer.id(), entry.getKey())));
      value(line, feature, entry.getValue()).ifPresent(value -> features.put(feature.id(), value));
    }
    return features;
  }

  private static Optional<FeatureValue> value(long line, Feature feature, List<String> given)
      throws ClaimsRefused {
    if (feature.type() == FeatureType.CHOICES) {
      return given.isEmpty() ? Optional.empty() : Optional.of(new FeatureValue.Many(given));
    }
    if (given.size() != 1 || given.get(0).isEmpty()) {
      throw new ClaimsRefused(
          line, "%s takes one value, there are %s".formatted(feature.id(), given));
    }
    String only = given.get(0);
    if (feature.type() != FeatureType.FLAG) {
      return Optional.of(FeatureValue.of(only));
    }
    if (!only.equals("true") && !only.equals("false")) {
      throw new ClaimsRefused(line, "%s is true or false, not %s".formatted(feature.id(), only));
    }
    return only.equals("true") ? Optional.of(FeatureValue.on()) : Optional.empty();
  }
}

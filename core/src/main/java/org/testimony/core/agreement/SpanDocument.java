package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Span;

/**
 * One document with the spans that annotators marked on one layer.
 *
 * @param id the document
 * @param group what is resampled together; the id where it stands alone
 * @param length characters that count
 * @param annotators everybody who saw it, so that "marked nothing" and "was not asked" differ
 * @param spans in text order
 * @param tokens the words of the text in order; empty where each character is taken as one
 */
public record SpanDocument(
    String id,
    String group,
    int length,
    List<String> annotators,
    List<Labelled> spans,
    List<Fragment> tokens) {

  /**
   * One span.
   *
   * @param annotator who marked it
   * @param id unique among the annotator's spans of the document; breaks ties
   * @param span its characters
   * @param label its label
   */
  public record Labelled(String annotator, String id, Span span, String label) {

    /** Text order: by span, then by id. */
    static final Comparator<Labelled> TEXT_ORDER =
        Comparator.comparing(Labelled::span).thenComparing(Labelled::id);
  }

  /** A document without tokens. */
  public SpanDocument(
      String id, String group, int length, List<String> annotators, List<Labelled> spans) {
    this(id, group, length, annotators, spans, List.of());
  }

  /** Sorts; refuses spans outside the text or of somebody who did not see the document. */
  public SpanDocument {
    annotators = annotators.stream().sorted().toList();
    tokens = List.copyOf(tokens);
    Set<String> known = new HashSet<>(annotators);
    if (known.size() != annotators.size()) {
      throw new IllegalArgumentException(
          "document %s names an annotator twice: %s".formatted(id, annotators));
    }
    spans =
        spans.stream()
            .sorted(Comparator.comparing(Labelled::annotator).thenComparing(Labelled.TEXT_ORDER))
            .toList();
    for (Labelled span : spans) {
      if (span.span().end() > length) {
        throw new IllegalArgumentException(
            "document %s has %d characters, span %s of %s is at %s"
                .formatted(id, length, span.id(), span.annotator(), span.span()));
      }
      if (!known.contains(span.annotator())) {
        throw new IllegalArgumentException(
            "document %s has a span of %s, who is not among those who saw it: %s"
                .formatted(id, span.annotator(), annotators));
      }
    }
  }

  /** The spans of one annotator, in text order. */
  public List<Labelled> spansOf(String annotator) {
    List<Labelled> own = new ArrayList<>();
    for (Labelled span : spans) {
      if (span.annotator().equals(annotator)) {
        own.add(span);
      }
    }
    return Collections.unmodifiableList(own);
  }

  /** The document as if only these annotators had seen it. */
  public SpanDocument only(List<String> some) {
    return new SpanDocument(
        id,
        group,
        length,
        annotators.stream().filter(some::contains).toList(),
        spans.stream().filter(span -> some.contains(span.annotator())).toList(),
        tokens);
  }

  /** The document with the spans of one label alone. */
  SpanDocument onlyLabel(String label) {
    return new SpanDocument(
        id,
        group,
        length,
        annotators,
        spans.stream().filter(span -> span.label().equals(label)).toList(),
        tokens);
  }

  /** The document with one label for all spans. */
  public SpanDocument unlabelled(String label) {
    return new SpanDocument(
        id,
        group,
        length,
        annotators,
        spans.stream()
            .map(span -> new Labelled(span.annotator(), span.id(), span.span(), label))
            .toList(),
        tokens);
  }
}

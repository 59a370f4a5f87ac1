package org.testimony.core.text;

import java.util.List;
import java.util.Optional;

/**
 * The words that a span covers and what stands around them, kept with every stored span so that a
 * span that no longer fits its text is found.
 *
 * @param exact the exact text of each fragment, in order
 * @param prefix up to {@value #CONTEXT} code points before the first fragment
 * @param suffix up to {@value #CONTEXT} code points after the last fragment
 */
public record Quote(List<String> exact, String prefix, String suffix) {

  /** Code points of context kept on each side. */
  public static final int CONTEXT = 32;

  /** Copies. */
  public Quote {
    exact = List.copyOf(exact);
  }

  /** What the text says at the span. */
  public static Quote at(ArticleText text, Span span) {
    return new Quote(
        text.slices(span),
        text.slice(Math.max(0, span.begin() - CONTEXT), span.begin()),
        text.slice(span.end(), Math.min(text.length(), span.end() + CONTEXT)));
  }

  /** The fragments' texts in one line, an ellipsis between them. */
  public String joined() {
    return String.join(" … ", exact);
  }

  /** What differs between this quote and the text at the span; empty when all of it holds. */
  public Optional<String> mismatch(ArticleText text, Span span) {
    if (!text.contains(span)) {
      return Optional.of("span %s leaves a text of %d characters".formatted(span, text.length()));
    }
    Quote actual = at(text, span);
    if (!actual.exact.equals(exact)) {
      return Optional.of("span %s covers %s, its quote is %s".formatted(span, actual.exact, exact));
    }
    if (!actual.prefix.equals(prefix) || !actual.suffix.equals(suffix)) {
      return Optional.of("the words around span %s are not those stored with it".formatted(span));
    }
    return Optional.empty();
  }
}

package org.testimony.core.agreement;

import java.util.List;
import java.util.Optional;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.Span;

/**
 * One unit behind a number: a place in an article and what each annotator has there.
 *
 * @param article the article
 * @param target the target that the values are about, where there is one
 * @param values what each annotator has, in order of annotator
 */
public record Passage(String article, Optional<String> target, List<Value> values) {

  /** Copies the values. */
  public Passage {
    values = List.copyOf(values);
  }

  /**
   * What one annotator has.
   *
   * @param annotator the annotator
   * @param mark id of the annotator's mark or of the fixed claim; absent where there is none or the
   *     value is of the whole article
   * @param span its characters
   * @param label the label; absent where it is unset or nothing is marked
   */
  public record Value(
      String annotator, Optional<String> mark, Optional<Span> span, Optional<String> label) {

    /** The value of a mark. */
    static Value of(String annotator, Mark mark, Optional<String> label) {
      return new Value(annotator, Optional.of(mark.id()), Optional.of(mark.span()), label);
    }

    /** The value of an article as a whole, or of an annotator who marked nothing. */
    static Value of(String annotator, Optional<String> label) {
      return new Value(annotator, Optional.empty(), Optional.empty(), label);
    }
  }

  /** Whether all values that are set are equal and none is missing. */
  public boolean agrees() {
    return values.stream().map(Value::label).distinct().count() == 1
        && values.get(0).label().isPresent();
  }

  /** Whether an annotator has part in it. */
  public boolean concerns(String annotator) {
    return values.stream().anyMatch(value -> value.annotator().equals(annotator));
  }

  /** The first span in text order, where there is one. */
  public Optional<Span> place() {
    return values.stream().flatMap(value -> value.span().stream()).min(Span::compareTo);
  }
}

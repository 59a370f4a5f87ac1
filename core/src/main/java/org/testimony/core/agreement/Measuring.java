package org.testimony.core.agreement;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Turns counts and a formula into a coefficient.
 *
 * @param measure the measure
 * @param scale the distance, weights or threshold
 * @param unit what is counted
 * @param n how much it rests on
 * @param excluded what was left out
 */
record Measuring(
    Measure measure, String scale, String unit, SampleSize n, List<Exclusion> excluded) {

  /** The coefficient for counts by document. */
  Coefficient of(DocumentCounts counts, Formula formula, Resampling resampling) {
    return of(counts.total(), counts, formula, resampling);
  }

  /** The coefficient for counts of which only a part, by document, contributes to the value. */
  Coefficient of(long[] total, DocumentCounts counts, Formula formula, Resampling resampling) {
    Optional<Reason> hindrance = hindrance();
    if (hindrance.isPresent()) {
      return undefined(hindrance.get());
    }
    OptionalDouble standardError =
        itemsAreIndependent() || resampling.isAnalytic()
            ? formula.standardError(total)
            : OptionalDouble.empty();
    return of(formula.of(total), standardError, () -> resampling.of(counts, formula));
  }

  /** Whether each item is a document of its own, as standard errors by formula take it. */
  private boolean itemsAreIndependent() {
    return n.items() == n.documents();
  }

  /** The coefficient for an estimate whose uncertainty is known otherwise. */
  Coefficient of(
      Estimate estimate, OptionalDouble standardError, Supplier<Uncertainty> uncertainty) {
    Coefficient.Basis basis =
        new Coefficient.Basis(
            measure, scale, unit, estimate.observed(), estimate.expected(), n, excluded);
    if (estimate.undefined().isPresent()) {
      return new Coefficient.Undefined(basis, estimate.undefined().get());
    }
    return new Coefficient.Defined(
        basis, estimate.value().orElseThrow(), standardError, uncertainty.get());
  }

  /** The coefficient that has no value. */
  Coefficient undefined(Reason reason) {
    return new Coefficient.Undefined(
        new Coefficient.Basis(
            measure, scale, unit, OptionalDouble.empty(), OptionalDouble.empty(), n, excluded),
        reason);
  }

  private Optional<Reason> hindrance() {
    if (n.annotators() == 1) {
      return Optional.of(Reason.ONE_ANNOTATOR);
    }
    return n.annotators() == 0 ? Optional.of(Reason.NO_DATA) : Optional.empty();
  }
}

package org.testimony.web.agreement;

import java.util.Locale;
import java.util.Optional;
import org.testimony.core.agreement.Coefficient;
import org.testimony.core.agreement.Coverage;
import org.testimony.core.agreement.Interval;
import org.testimony.core.agreement.Uncertainty;
import org.testimony.web.platform.Texts;

/** A coefficient as pages show it: digits, or why there are none. */
public final class Figure {

  /** Under so many items a number is marked as resting on few. */
  static final int FEW = 20;

  private final Coefficient coefficient;
  private final Optional<Coverage> coverage;

  Figure(Coefficient coefficient, Optional<Coverage> coverage) {
    this.coefficient = coefficient;
    this.coverage = coverage;
  }

  /** Whether there is a value. */
  public boolean isDefined() {
    return coefficient.value().isPresent();
  }

  /** The value; empty where undefined. */
  public String getValue() {
    return Digits.of(coefficient.value());
  }

  /** Why there is no value, with what was observed all the same; empty where there is one. */
  public String getUndefined() {
    if (!(coefficient instanceof Coefficient.Undefined undefined)) {
      return "";
    }
    String why = Texts.of("agreement.reason." + undefined.reason().name());
    return coefficient.basis().observed().isPresent()
        ? why + " " + Texts.of("agreement.observed." + observedKind(), getObserved())
        : why;
  }

  private String observedKind() {
    return coefficient.basis().measure().observedKind().name();
  }

  /** The observed part; empty where nothing could be compared. */
  public String getObserved() {
    return Digits.of(coefficient.basis().observed());
  }

  /** What was observed and what chance would give, in words; empty where there is neither. */
  public String getParts() {
    if (coefficient.basis().observed().isEmpty() || coefficient.basis().expected().isEmpty()) {
      return "";
    }
    return Texts.of(
        "agreement.parts." + observedKind(),
        getObserved(),
        Digits.of(coefficient.basis().expected()));
  }

  private Optional<Interval> interval() {
    return coefficient.uncertainty().interval();
  }

  /** Whether there is an interval. */
  public boolean isKnown() {
    return interval().isPresent();
  }

  /** The limits of the interval; empty where there is none. */
  public String getInterval() {
    return interval().map(i -> Digits.range(i.low(), i.high())).orElse("");
  }

  /** Why there is no interval, in a few words; empty where there is one or no value. */
  public String getNoInterval() {
    return isDefined() && coefficient.uncertainty() instanceof Uncertainty.None none
        ? Texts.of("agreement.noInterval." + none.reason().name())
        : "";
  }

  /** Further intervals beside the first; empty where there are none. */
  public String getBeside() {
    if (!(coefficient.uncertainty() instanceof Uncertainty.Known known)
        || known.beside().isEmpty()) {
      return "";
    }
    Interval other = known.beside().get(0);
    return Texts.of(
        "agreement.interval." + other.method().name(), Digits.range(other.low(), other.high()));
  }

  /** How the interval was made; empty where there is none. */
  public String getMethod() {
    return interval()
        .map(
            i ->
                Texts.of(
                    "agreement.method." + i.method().name(),
                    Digits.of((long) i.replicates()),
                    Long.toString(i.seed()),
                    Digits.of((long) i.undefinedReplicates())))
        .orElse("");
  }

  /** Lower limit for the drawing. */
  public double getLower() {
    return interval().map(Interval::low).orElse(0.0);
  }

  /** Upper limit for the drawing. */
  public double getUpper() {
    return interval().map(Interval::high).orElse(0.0);
  }

  /** The value for the drawing. */
  public double getNumber() {
    return coefficient.value().orElse(0);
  }

  /** The drawing in words. */
  public String getDrawn() {
    return interval()
        .map(i -> Texts.of("agreement.drawn", getValue(), Digits.of(i.low()), Digits.of(i.high())))
        .orElse("");
  }

  /** What was counted and how much of it. */
  public String getCounted() {
    String unit = coefficient.basis().unit().replace(' ', '-');
    return Texts.of(
        "agreement.counted." + unit,
        coefficient.basis().n().items(),
        coefficient.basis().n().pairable());
  }

  /** The number of items and the share that is covered, in short. */
  public String getItems() {
    String items = Texts.of("agreement.n", coefficient.basis().n().items());
    return coverage
        .map(c -> Texts.of("agreement.nCovered", items, Digits.percent(c.covered(), c.all())))
        .orElse(items);
  }

  /** What the value is conditional on; empty where on nothing. */
  public String getCoverage() {
    return coverage
        .map(
            c ->
                Texts.of(
                    "agreement.coverage." + c.unit().replace(' ', '-'),
                    Digits.of(c.covered()),
                    Digits.of(c.all()),
                    Digits.percent(c.covered(), c.all())))
        .orElse("");
  }

  /** Whether the value rests on few items. */
  public boolean isFew() {
    return coefficient.basis().n().items() < FEW;
  }

  /** The shade of a cell: nothing at 0 and below, then five steps up to 1. */
  public String getShade() {
    double value = coefficient.value().orElse(0);
    return "h" + (value <= 0 ? 0 : Math.min(5, 1 + (int) Math.floor(value * 5)));
  }

  /** Id of the measure. */
  public String getMeasure() {
    return coefficient.basis().measure().id();
  }

  /** The name of the measure. */
  public String getMeasureName() {
    return Texts.of("agreement.measure." + getMeasure());
  }

  /** The sign of the measure in a sentence. */
  public String getSymbol() {
    return getMeasure().contains("f1") ? "F1" : getMeasure().startsWith("gamma") ? "γ" : "α";
  }

  /** Distance, weights or threshold in words. */
  public String getScale() {
    String scale = coefficient.basis().scale();
    String key = "agreement.scale." + scale.toLowerCase(Locale.ROOT);
    return Texts.has(key) ? Texts.of(key) : scale.replace(">=", "≥");
  }
}

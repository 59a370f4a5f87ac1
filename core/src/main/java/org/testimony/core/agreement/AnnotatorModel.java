package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a model of annotators says about labels: how far each annotator can be trusted, and which
 * label each item most probably has.
 *
 * <p>For {@code dawid-skene} the value of an annotator is the probability that a label of theirs is
 * right, Σ over labels k of share of k · probability of giving k where k is true; for {@code mace}
 * it is the probability of knowing and not guessing. The value over all is the mean over labels
 * given. Observed is the share of labels that are the item's most probable one. Special cases:
 * nothing labelled is NO_DATA, one annotator ONE_ANNOTATOR, no item with two labels
 * NO_PAIRABLE_VALUES, one label in use NO_VARIATION. Both models take items as independent; the
 * intervals draw documents and fit the model again to each draw, from where it ended on all items,
 * and an annotator with no label in a draw has no value there. Never the only ground to dismiss a
 * person. References: at {@link DawidSkene} and {@link Mace}.
 *
 * @param measure {@code dawid-skene} or {@code mace}
 * @param overall the value over all annotators
 * @param ofAnnotator annotator to value, in order of name
 * @param shares label to the share of items that have it, as the model sees it; empty where
 *     undefined
 * @param posteriors item to label to probability; empty where undefined
 * @param logLikelihood logarithm of the likelihood at the end; absent where undefined
 */
public record AnnotatorModel(
    Measure measure,
    Coefficient overall,
    Map<String, Coefficient> ofAnnotator,
    Map<String, Double> shares,
    Map<String, Map<String, Double>> posteriors,
    OptionalDouble logLikelihood) {

  private static final Set<Measure> KNOWN = Set.of(Measure.DAWID_SKENE, Measure.MACE);

  /**
   * How a model is fitted.
   *
   * @param smoothing pseudo-count of every cell of {@code dawid-skene}, not below 0
   * @param tolerance least growth of the log-likelihood by which {@code dawid-skene} goes on
   * @param iterations most steps
   * @param starts random starts of {@code mace}
   * @param seed fixes the starts
   */
  public record Settings(
      double smoothing, double tolerance, int iterations, int starts, long seed) {

    /** Pseudo-counts of .01, 500 steps, 10 starts. */
    public static Settings defaults(long seed) {
      return new Settings(0.01, 1e-7, 500, 10, seed);
    }

    private String describe(Measure measure) {
      return measure == Measure.DAWID_SKENE
          ? "smoothing %s, at most %d iterations".formatted(smoothing, iterations)
          : "%d starts of %d iterations, seed %d".formatted(starts, iterations, seed);
    }
  }

  /** Copies the maps. */
  public AnnotatorModel {
    ofAnnotator = Collections.unmodifiableMap(new LinkedHashMap<>(ofAnnotator));
    shares = Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    posteriors = Collections.unmodifiableMap(new LinkedHashMap<>(posteriors));
  }

  /** Whether a measure is a model of annotators. */
  public static boolean models(Measure measure) {
    return KNOWN.contains(measure);
  }

  /** Fits a model to data, in which labels may be missing. */
  public static AnnotatorModel of(
      LabelData data, Measure measure, Settings settings, Resampling resampling) {
    if (!models(measure)) {
      throw new IllegalArgumentException(measure.id() + " is no model of annotators");
    }
    return new Fitting(data, measure, settings, resampling).model();
  }

  /** The most probable label of each item; of equal ones the first in order. */
  public Map<String, String> mostProbable() {
    Map<String, String> labels = new LinkedHashMap<>();
    posteriors.forEach((item, probabilities) -> labels.put(item, first(probabilities)));
    return labels;
  }

  private static String first(Map<String, Double> probabilities) {
    double most = Collections.max(probabilities.values());
    return probabilities.entrySet().stream()
        .filter(entry -> entry.getValue() == most)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Fits a model and makes coefficients of what it says. */
  private static final class Fitting {
    private final LabelData data;
    private final Measure measure;
    private final Settings settings;
    private final Resampling resampling;
    private final List<Observation> observations;

    Fitting(LabelData data, Measure measure, Settings settings, Resampling resampling) {
      this.data = data;
      this.measure = measure;
      this.settings = settings;
      this.resampling = resampling;
      this.observations = data.observations();
    }

    AnnotatorModel model() {
      PatternAgreement patterns =
          new PatternAgreement(UnitCounts.of(data), "item", List.of(), Resampling.none());
      if (patterns.annotators() < 2) {
        return undefined(patterns.fewAnnotators());
      }
      if (patterns.patterns().itemsWithAtLeast(2) == 0) {
        return undefined(Reason.NO_PAIRABLE_VALUES);
      }
      if (observations.stream().map(Observation::label).distinct().count() < 2) {
        return undefined(Reason.NO_VARIATION);
      }
      return measure == Measure.DAWID_SKENE ? dawidSkene() : mace();
    }

    private AnnotatorModel undefined(Reason reason) {
      Map<String, Coefficient> none = new TreeMap<>();
      byAnnotator().forEach((who, own) -> none.put(who, measuring(own, 1).undefined(reason)));
      return new AnnotatorModel(
          measure,
          measuring(observations, none.size()).undefined(reason),
          none,
          Map.of(),
          Map.of(),
          OptionalDouble.empty());
    }

    private AnnotatorModel dawidSkene() {
      DawidSkene.Fit fitted =
          DawidSkene.fitted(
              observations,
              data.labels(),
              settings.smoothing(),
              settings.iterations(),
              settings.tolerance());
      DawidSkene fit = fitted.result();
      return model(fitted, fitted.values(), fit.shares(), fit.posteriors(), fit.logLikelihood());
    }

    private AnnotatorModel mace() {
      Mace.Fit fitted =
          Mace.fitted(
              observations,
              data.labels(),
              settings.starts(),
              settings.iterations(),
              settings.seed());
      Mace fit = fitted.result();
      double[] sums = new double[data.labels().size()];
      for (List<Double> posterior : fit.posteriors().values()) {
        for (int k = 0; k < sums.length; k++) {
          sums[k] += posterior.get(k) / fit.posteriors().size();
        }
      }
      List<Double> shares = Arrays.stream(sums).boxed().toList();
      return model(fitted, fitted.values(), shares, fit.posteriors(), fit.logLikelihood());
    }

    private AnnotatorModel model(
        RefittedModel again,
        double[] values,
        List<Double> shares,
        Map<String, List<Double>> posteriors,
        double logLikelihood) {
      Map<String, Map<String, Double>> named = new LinkedHashMap<>();
      posteriors.forEach((item, probabilities) -> named.put(item, named(probabilities)));
      DrawnModel drawn = new DrawnModel(new Observations(observations, data.labels()), again);
      List<OptionalDouble> full = drawn.values(drawn.once(), values);
      List<Uncertainty> intervals = drawn.intervals(data.groups(), full, resampling);
      Map<String, Coefficient> ofAnnotator = new TreeMap<>();
      int at = 0;
      for (Map.Entry<String, List<Observation>> entry : byAnnotator().entrySet()) {
        at++;
        ofAnnotator.put(
            entry.getKey(),
            coefficient(full.get(at), intervals.get(at), entry.getValue(), named, 1));
      }
      return new AnnotatorModel(
          measure,
          coefficient(full.get(0), intervals.get(0), observations, named, ofAnnotator.size()),
          ofAnnotator,
          named(shares),
          named,
          OptionalDouble.of(logLikelihood));
    }

    private Map<String, Double> named(List<Double> numbers) {
      Map<String, Double> byLabel = new LinkedHashMap<>();
      for (int k = 0; k < numbers.size(); k++) {
        byLabel.put(data.labels().name(k), numbers.get(k));
      }
      return Collections.unmodifiableMap(byLabel);
    }

    private Map<String, List<Observation>> byAnnotator() {
      Map<String, List<Observation>> byAnnotator = new TreeMap<>();
      for (Observation one : observations) {
        byAnnotator.computeIfAbsent(one.annotator(), a -> new ArrayList<>()).add(one);
      }
      return byAnnotator;
    }

    private Coefficient coefficient(
        OptionalDouble value,
        Uncertainty interval,
        List<Observation> own,
        Map<String, Map<String, Double>> posteriors,
        int annotators) {
      long same =
          own.stream()
              .filter(o -> first(posteriors.getOrDefault(o.item(), Map.of())).equals(o.label()))
              .count();
      Estimate estimate =
          new Estimate(
              value,
              Optional.empty(),
              OptionalDouble.of((double) same / own.size()),
              OptionalDouble.empty());
      return measuring(own, annotators).of(estimate, OptionalDouble.empty(), () -> interval);
    }

    private Measuring measuring(List<Observation> own, int annotators) {
      long items = own.stream().map(Observation::item).distinct().count();
      return new Measuring(
          measure,
          settings.describe(measure),
          "item",
          new SampleSize(data.documents(), items, own.size(), annotators),
          List.of());
    }
  }
}

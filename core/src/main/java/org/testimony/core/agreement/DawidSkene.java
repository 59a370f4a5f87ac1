package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the labels of annotators with different habits say about each item: the model of Dawid and
 * Skene, by expectation and maximisation from the mean use of labels on each item.
 *
 * <p>Each item has one true label; each annotator gives label j where k is true with a probability
 * of their own. Smoothing adds a pseudo-count to every cell of every table (maximum a posteriori);
 * 0 is maximum likelihood. Several labels of one annotator on an item are independent draws.
 * Reference: A. P. Dawid & A. M. Skene, Applied Statistics 28(1), 1979, 20–28.
 *
 * @param labels the labels in order
 * @param shares how often each label is true
 * @param errorRates annotator to rows of true labels, columns of given labels
 * @param posteriors item to the probability of each label
 * @param logLikelihood logarithm of the likelihood of the labels at the end
 * @param iterations steps made
 */
public record DawidSkene(
    Labels labels,
    List<Double> shares,
    Map<String, List<List<Double>>> errorRates,
    Map<String, List<Double>> posteriors,
    double logLikelihood,
    int iterations) {

  private static final double SMALLEST = 1e-300;

  /**
   * Fits the model.
   *
   * @param smoothing pseudo-count of every cell, not below 0
   * @param mostIterations limit of steps
   * @param tolerance stops when the log-likelihood grows by less
   */
  public static DawidSkene fit(
      List<Observation> observations,
      Labels labels,
      double smoothing,
      int mostIterations,
      double tolerance) {
    if (observations.isEmpty() || smoothing < 0) {
      throw new IllegalArgumentException(
          "Dawid-Skene needs labels and a smoothing not below 0, not %d labels and %s"
              .formatted(observations.size(), smoothing));
    }
    return new Fit(new Observations(observations, labels), smoothing)
        .run(mostIterations, tolerance);
  }

  /** The most probable label of each item; of equal ones the first in order. */
  public Map<String, String> mostProbable() {
    Map<String, String> result = new LinkedHashMap<>();
    posteriors.forEach(
        (item, probabilities) -> {
          int best = 0;
          for (int k = 1; k < probabilities.size(); k++) {
            best = probabilities.get(k) > probabilities.get(best) ? k : best;
          }
          result.put(item, labels.name(best));
        });
    return result;
  }

  /** The state of a fit. */
  private static final class Fit {
    private final Observations data;
    private final double smoothing;
    private final int q;
    private final double[][] posterior;
    private final double[] share;
    private final double[][][] rate;

    Fit(Observations data, double smoothing) {
      this.data = data;
      this.smoothing = smoothing;
      this.q = data.labels().size();
      this.posterior = new double[data.items().size()][q];
      this.share = new double[q];
      this.rate = new double[data.annotators().size()][q][q];
      for (int i = 0; i < data.size(); i++) {
        posterior[data.item(i)][data.label(i)]++;
      }
      Arrays.stream(posterior).forEach(Fit::normalise);
    }

    private static void normalise(double[] weights) {
      double sum = Arrays.stream(weights).sum();
      for (int k = 0; k < weights.length; k++) {
        weights[k] = sum == 0 ? 1.0 / weights.length : weights[k] / sum;
      }
    }

    DawidSkene run(int most, double tolerance) {
      double before = Double.NEGATIVE_INFINITY;
      int step = 0;
      while (step < most) {
        step++;
        maximise();
        double now = expect();
        if (now - before < tolerance) {
          before = now;
          break;
        }
        before = now;
      }
      return result(before, step);
    }

    private void maximise() {
      Arrays.fill(share, smoothing);
      for (double[] item : posterior) {
        for (int k = 0; k < q; k++) {
          share[k] += item[k];
        }
      }
      normalise(share);
      for (double[][] table : rate) {
        for (double[] row : table) {
          Arrays.fill(row, smoothing);
        }
      }
      for (int i = 0; i < data.size(); i++) {
        for (int k = 0; k < q; k++) {
          rate[data.annotator(i)][k][data.label(i)] += posterior[data.item(i)][k];
        }
      }
      for (double[][] table : rate) {
        Arrays.stream(table).forEach(Fit::normalise);
      }
    }

    /** New posteriors; the logarithm of the likelihood. */
    private double expect() {
      double[][] log = new double[posterior.length][q];
      for (double[] item : log) {
        for (int k = 0; k < q; k++) {
          item[k] = Math.log(Math.max(share[k], SMALLEST));
        }
      }
      for (int i = 0; i < data.size(); i++) {
        for (int k = 0; k < q; k++) {
          log[data.item(i)][k] +=
              Math.log(Math.max(rate[data.annotator(i)][k][data.label(i)], SMALLEST));
        }
      }
      double likelihood = 0;
      for (int item = 0; item < log.length; item++) {
        double top = Arrays.stream(log[item]).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < q; k++) {
          posterior[item][k] = Math.exp(log[item][k] - top);
          sum += posterior[item][k];
        }
        normalise(posterior[item]);
        likelihood += top + Math.log(sum);
      }
      return likelihood;
    }

    private DawidSkene result(double likelihood, int steps) {
      Map<String, List<List<Double>>> rates = new LinkedHashMap<>();
      for (int a = 0; a < rate.length; a++) {
        List<List<Double>> rows = new ArrayList<>();
        for (double[] row : rate[a]) {
          rows.add(Arrays.stream(row).boxed().toList());
        }
        rates.put(data.annotators().get(a), List.copyOf(rows));
      }
      Map<String, List<Double>> posteriors = new LinkedHashMap<>();
      for (int item = 0; item < posterior.length; item++) {
        posteriors.put(data.items().get(item), Arrays.stream(posterior[item]).boxed().toList());
      }
      return new DawidSkene(
          data.labels(),
          Arrays.stream(share).boxed().toList(),
          rates,
          posteriors,
          likelihood,
          steps);
    }
  }
}

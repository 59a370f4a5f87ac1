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

  /** A replicate starts where the fit to all items ended, so it is near its own end. */
  private static final int MOST_AGAIN = 50;

  private static final double TOLERANCE_AGAIN = 1e-5;

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
    return fitted(observations, labels, smoothing, mostIterations, tolerance).result();
  }

  /** The same, ready to be fitted again to items that are drawn several times. */
  static Fit fitted(
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
    Fit fit = new Fit(new Observations(observations, labels), smoothing);
    fit.run(mostIterations, tolerance);
    return fit;
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
  static final class Fit implements RefittedModel {
    private final Observations data;
    private final int[] times;
    private final double smoothing;
    private final int q;
    private final double[][] posterior;
    private final double[] share;
    private final double[][][] rate;
    private int steps;
    private double likelihood;

    private Fit(Observations data, double smoothing) {
      this.data = data;
      this.times = new int[data.items().size()];
      Arrays.fill(times, 1);
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

    /** Starts from another fit, with items drawn so many times. */
    private Fit(Fit from, int[] times) {
      this.data = from.data;
      this.times = times;
      this.smoothing = from.smoothing;
      this.q = from.q;
      this.posterior = Arrays.stream(from.posterior).map(double[]::clone).toArray(double[][]::new);
      this.share = new double[q];
      this.rate = new double[data.annotators().size()][q][q];
    }

    @Override
    public double[] values(int[] drawn) {
      Fit again = new Fit(this, drawn);
      again.run(MOST_AGAIN, TOLERANCE_AGAIN);
      return again.values();
    }

    /** For each annotator the probability that a label of theirs is right. */
    double[] values() {
      double[] right = new double[rate.length];
      for (int a = 0; a < rate.length; a++) {
        for (int k = 0; k < q; k++) {
          right[a] += share[k] * rate[a][k][k];
        }
      }
      return right;
    }

    private static void normalise(double[] weights) {
      double sum = Arrays.stream(weights).sum();
      for (int k = 0; k < weights.length; k++) {
        weights[k] = sum == 0 ? 1.0 / weights.length : weights[k] / sum;
      }
    }

    private void run(int most, double tolerance) {
      likelihood = Double.NEGATIVE_INFINITY;
      double before = likelihood;
      do {
        before = likelihood;
        steps++;
        maximise();
        likelihood = expect();
      } while (steps < most && !(likelihood - before < tolerance));
    }

    private void maximise() {
      Arrays.fill(share, smoothing);
      for (int item = 0; item < posterior.length; item++) {
        for (int k = 0; k < q; k++) {
          share[k] += times[item] * posterior[item][k];
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
          rate[data.annotator(i)][k][data.label(i)] +=
              times[data.item(i)] * posterior[data.item(i)][k];
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
      double total = 0;
      for (int item = 0; item < log.length; item++) {
        double top = Arrays.stream(log[item]).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < q; k++) {
          posterior[item][k] = Math.exp(log[item][k] - top);
          sum += posterior[item][k];
        }
        normalise(posterior[item]);
        total += times[item] * (top + Math.log(sum));
      }
      return total;
    }

    DawidSkene result() {
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

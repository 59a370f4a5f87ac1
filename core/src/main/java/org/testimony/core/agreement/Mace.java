package org.testimony.core.agreement;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far each annotator can be trusted, if whoever does not know guesses: the model MACE, fitted
 * by variational Bayes with several starts.
 *
 * <p>On each item an annotator either gives the true label or, with a probability of their own,
 * guesses from a distribution of their own. Priors: Beta(.5, .5) on knowing and guessing, a
 * symmetric Dirichlet on guesses. The start with the greatest likelihood wins. Reference: D. Hovy,
 * T. Berg-Kirkpatrick, A. Vaswani & E. Hovy, NAACL 2013, 1120–1130.
 *
 * @param labels the labels in order
 * @param competence annotator to the probability of not guessing
 * @param posteriors item to the probability of each label
 * @param logLikelihood logarithm of the likelihood of the labels at the end
 */
public record Mace(
    Labels labels,
    Map<String, Double> competence,
    Map<String, List<Double>> posteriors,
    double logLikelihood) {

  private static final double KNOWS = 0.5;
  private static final double GUESSES = 0.5;

  /** Steps of a replicate, which starts where the fit to all items ended. */
  private static final int AGAIN = 30;

  /**
   * Fits the model.
   *
   * @param starts number of random starts, at least 1
   * @param iterations steps of each start
   * @param seed fixes the starts
   */
  public static Mace fit(
      List<Observation> observations, Labels labels, int starts, int iterations, long seed) {
    return fitted(observations, labels, starts, iterations, seed).result();
  }

  /** The same, ready to be fitted again to items that are drawn several times. */
  static Fit fitted(
      List<Observation> observations, Labels labels, int starts, int iterations, long seed) {
    if (observations.isEmpty() || starts < 1 || iterations < 1) {
      throw new IllegalArgumentException(
          "MACE needs labels, a start and a step, not %d, %d and %d"
              .formatted(observations.size(), starts, iterations));
    }
    Observations data = new Observations(observations, labels);
    Fit best = new Fit(data, new SplitMix(seed), iterations);
    for (int start = 1; start < starts; start++) {
      Fit next = new Fit(data, new SplitMix(SplitMix.mix(seed + start)), iterations);
      best = next.likelihood > best.likelihood ? next : best;
    }
    return best;
  }

  /** The state of one start. */
  static final class Fit implements RefittedModel {
    private final Observations data;
    private final int[] times;
    private final int q;
    private final double prior;
    private final double[] knows;
    private final double[][] guess;
    private final double[][] posterior;
    private final double[] knew;
    private final double[][] guessed;
    private double likelihood;

    private Fit(Observations data, SplitMix random, int iterations) {
      this.data = data;
      this.times = new int[data.items().size()];
      Arrays.fill(times, 1);
      this.q = data.labels().size();
      this.prior = 10.0 / q;
      this.knows = new double[data.annotators().size()];
      this.guess = new double[knows.length][q];
      this.posterior = new double[data.items().size()][q];
      this.knew = new double[knows.length];
      this.guessed = new double[knows.length][q];
      for (int a = 0; a < knows.length; a++) {
        knows[a] = 0.5 + 0.4 * (random.uniform() - 0.5);
        for (int k = 0; k < q; k++) {
          guess[a][k] = 1 + 0.2 * random.uniform();
        }
        double sum = Arrays.stream(guess[a]).sum();
        for (int k = 0; k < q; k++) {
          guess[a][k] /= sum;
        }
      }
      run(iterations);
    }

    /** Starts from another fit, with items drawn so many times. */
    private Fit(Fit from, int[] times) {
      this.data = from.data;
      this.times = times;
      this.q = from.q;
      this.prior = from.prior;
      this.knows = from.knows.clone();
      this.guess = Arrays.stream(from.guess).map(double[]::clone).toArray(double[][]::new);
      this.posterior = new double[data.items().size()][q];
      this.knew = new double[knows.length];
      this.guessed = new double[knows.length][q];
    }

    private void run(int iterations) {
      for (int step = 0; step < iterations; step++) {
        expect();
        maximise();
      }
      expect();
    }

    @Override
    public double[] values(int[] drawn) {
      Fit again = new Fit(this, drawn);
      again.run(AGAIN);
      return again.knows;
    }

    /** For each annotator the probability of knowing and not guessing. */
    double[] values() {
      return knows.clone();
    }

    /** The probability of a label of an annotator, if a label is true. */
    private double given(int i, int truth) {
      int a = data.annotator(i);
      double known = data.label(i) == truth ? knows[a] : 0;
      return known + (1 - knows[a]) * guess[a][data.label(i)];
    }

    private void expect() {
      double[][] log = new double[posterior.length][q];
      for (int i = 0; i < data.size(); i++) {
        for (int k = 0; k < q; k++) {
          log[data.item(i)][k] += Math.log(Math.max(given(i, k), 1e-300));
        }
      }
      likelihood = 0;
      for (int item = 0; item < log.length; item++) {
        double top = Arrays.stream(log[item]).max().orElse(0);
        double sum = 0;
        for (int k = 0; k < q; k++) {
          posterior[item][k] = Math.exp(log[item][k] - top);
          sum += posterior[item][k];
        }
        for (int k = 0; k < q; k++) {
          posterior[item][k] /= sum;
        }
        likelihood += times[item] * (top + Math.log(sum / q));
      }
      Arrays.fill(knew, 0);
      Arrays.stream(guessed).forEach(row -> Arrays.fill(row, 0));
      for (int i = 0; i < data.size(); i++) {
        int a = data.annotator(i);
        int label = data.label(i);
        double matched = posterior[data.item(i)][label] * knows[a] / given(i, label);
        knew[a] += times[data.item(i)] * matched;
        guessed[a][label] += times[data.item(i)] * (1 - matched);
      }
    }

    /** Variational update: exp of the expected logarithm under the posterior of the parameters. */
    private void maximise() {
      for (int a = 0; a < knows.length; a++) {
        double guesses = Arrays.stream(guessed[a]).sum();
        double all = digamma(knew[a] + guesses + KNOWS + GUESSES);
        double yes = Math.exp(digamma(knew[a] + KNOWS) - all);
        double no = Math.exp(digamma(guesses + GUESSES) - all);
        knows[a] = yes / (yes + no);
        double sum = 0;
        double total = digamma(guesses + prior * q);
        for (int k = 0; k < q; k++) {
          guess[a][k] = Math.exp(digamma(guessed[a][k] + prior) - total);
          sum += guess[a][k];
        }
        for (int k = 0; k < q; k++) {
          guess[a][k] /= sum;
        }
      }
    }

    Mace result() {
      Map<String, Double> competence = new LinkedHashMap<>();
      for (int a = 0; a < knows.length; a++) {
        competence.put(data.annotators().get(a), knows[a]);
      }
      Map<String, List<Double>> posteriors = new LinkedHashMap<>();
      for (int item = 0; item < posterior.length; item++) {
        posteriors.put(data.items().get(item), Arrays.stream(posterior[item]).boxed().toList());
      }
      return new Mace(data.labels(), competence, posteriors, likelihood);
    }
  }

  /** Derivative of the logarithm of the gamma function, for positive arguments. */
  static double digamma(double x) {
    double result = 0;
    double at = x;
    while (at < 10) {
      result -= 1 / at;
      at++;
    }
    double square = 1 / (at * at);
    return result
        + Math.log(at)
        - 0.5 / at
        - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)));
  }
}

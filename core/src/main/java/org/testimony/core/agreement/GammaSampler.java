package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Draws random continua that resemble an observed one.
 *
 * <p>Numbers come from a SplitMix64 sequence, normal ones by inverting the distribution function,
 * so that a seed gives the same continua on every platform.
 */
final class GammaSampler {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private final List<List<GammaUnit>> observed;
  private final GammaSettings settings;
  private final List<String> labels = new ArrayList<>();
  private final Moments number = new Moments();
  private final Moments gap = new Moments();
  private final Moments length = new Moments();
  private double first = Double.POSITIVE_INFINITY;
  private double last = Double.NEGATIVE_INFINITY;
  private final SplitMix random;

  GammaSampler(List<List<GammaUnit>> observed, GammaSettings settings, long key) {
    this.observed =
        observed.stream().map(units -> units.stream().sorted(GammaUnit.ORDER).toList()).toList();
    this.settings = settings;
    this.random = new SplitMix(SplitMix.mix(settings.seed()) ^ key);
    for (List<GammaUnit> units : this.observed) {
      number.add(units.size());
      double end = 0;
      for (GammaUnit unit : units) {
        gap.add(unit.begin() - end);
        length.add(unit.end() - unit.begin());
        labels.add(unit.label());
        end = unit.end();
        first = Math.min(first, unit.begin());
        last = Math.max(last, unit.end());
      }
    }
  }

  /** Mean and standard deviation, the latter of the population. */
  private static final class Moments {
    private long n;
    private double sum;
    private double squares;

    void add(double value) {
      n++;
      sum += value;
      squares += value * value;
    }

    double mean() {
      return sum / n;
    }

    double deviation() {
      return Math.sqrt(Math.max(0, squares / n - mean() * mean()));
    }
  }

  /** The next continuum, with at least one unit. */
  List<List<GammaUnit>> next() {
    List<List<GammaUnit>> continuum;
    do {
      continuum = settings.sampler() == GammaSettings.Sampler.SHUFFLE ? shuffled() : statistical();
    } while (continuum.stream().allMatch(List::isEmpty));
    return continuum;
  }

  private List<List<GammaUnit>> statistical() {
    List<List<GammaUnit>> continuum = new ArrayList<>();
    for (int a = 0; a < observed.size(); a++) {
      List<GammaUnit> units = new ArrayList<>();
      int size = (int) Math.abs(normal(number));
      double at = 0;
      for (int i = 0; i < size; i++) {
        double begin = at + normal(gap);
        double end = begin + positive();
        units.add(new GammaUnit(begin, end, labels.get(random.below(labels.size()))));
        at = end;
      }
      continuum.add(units);
    }
    return continuum;
  }

  private double positive() {
    double value;
    do {
      value = Math.abs(normal(length));
    } while (!(value > 0));
    return value;
  }

  /** Units of random annotators, each shifted round by a length apart from the others. */
  private List<List<GammaUnit>> shuffled() {
    double span = last - first;
    double apart = Math.min(length.mean() / 2, span / (4.0 * observed.size()));
    List<Double> shifts = new ArrayList<>();
    List<List<GammaUnit>> continuum = new ArrayList<>();
    for (int a = 0; a < observed.size(); a++) {
      double shift;
      do {
        shift = random.uniform() * span;
      } while (tooNear(shifts, shift, apart));
      shifts.add(shift);
      List<GammaUnit> units = new ArrayList<>();
      for (GammaUnit unit : observed.get(random.below(observed.size()))) {
        double by = unit.begin() + shift < last ? shift : shift - span;
        units.add(new GammaUnit(unit.begin() + by, unit.end() + by, unit.label()));
      }
      continuum.add(units);
    }
    return continuum;
  }

  private static boolean tooNear(List<Double> shifts, double shift, double apart) {
    return shifts.stream().anyMatch(other -> Math.abs(other - shift) < apart);
  }

  private double normal(Moments moments) {
    double deviation = moments.deviation();
    double draw = NORMAL.inverseCumulativeProbability(random.uniform());
    return moments.mean() + deviation * draw;
  }
}

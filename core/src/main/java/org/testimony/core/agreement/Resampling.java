package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals by resampling documents, since labels inside one document depend on each other.
 *
 * <p>The interval is the percentile interval of a Poisson bootstrap. Below 10 documents there is
 * none; from 10 to 30 the jackknife over documents stands beside it. Replicates without a value are
 * counted and left out; if they are more than 5 % there is no interval. Conditional on these
 * annotators. Percentiles interpolate linearly between order statistics (type 7 of Hyndman & Fan
 * 1996).
 */
public final class Resampling {

  private static final int FEWEST_DOCUMENTS = 10;
  private static final int JACKKNIFE_UP_TO = 30;
  private static final int UNDEFINED_PER_HUNDRED = 5;

  /** The most units that are drawn one by one; of more, those with equal counts go together. */
  static final int DRAWN_ONE_BY_ONE = 20_000;

  private static final String UNIT = "document";

  private final int replicates;
  private final long seed;
  private final double level;
  private final Interval.Method method;
  private final Map<String, int[]> weights = new ConcurrentHashMap<>();

  /**
   * Resampling with a fixed seed.
   *
   * @param replicates number of bootstrap replicates; 0 asks for no intervals
   * @param seed fixes every draw
   * @param level such as .95
   */
  public Resampling(int replicates, long seed, double level) {
    this(replicates, seed, level, Interval.Method.BOOTSTRAP);
  }

  private Resampling(int replicates, long seed, double level, Interval.Method method) {
    if (replicates < 0 || !(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "resampling needs replicates and a level between 0 and 1, not %d and %s"
              .formatted(replicates, level));
    }
    this.replicates = replicates;
    this.seed = seed;
    this.level = level;
    this.method = method;
  }

  /** Resampling that gives no intervals. */
  public static Resampling none() {
    return new Resampling(0, 0, 0.95);
  }

  /** Intervals by leaving out one document after the other, without a bootstrap. */
  public static Resampling jackknife(double level) {
    return new Resampling(0, 0, level, Interval.Method.JACKKNIFE);
  }

  /**
   * No resampling: intervals come from standard errors, which take items as independent of each
   * other, although several may stand in one document.
   */
  public static Resampling analytic(double level) {
    return new Resampling(0, 0, level, Interval.Method.ANALYTIC);
  }

  /** Whether standard errors by formula are asked for, whatever depends on each other. */
  boolean isAnalytic() {
    return method == Interval.Method.ANALYTIC;
  }

  /** Number of replicates. */
  public int replicates() {
    return replicates;
  }

  /** The seed. */
  public long seed() {
    return seed;
  }

  /** The level of the intervals. */
  public double level() {
    return level;
  }

  /** The interval of a formula over counts, or why there is none. */
  public Uncertainty of(DocumentCounts counts, Formula formula) {
    if (replicates == 0 && method != Interval.Method.JACKKNIFE) {
      return Uncertainty.none(CiReason.NOT_REQUESTED);
    }
    if (formula.of(counts.total()).value().isEmpty()) {
      return Uncertainty.none(CiReason.VALUE_UNDEFINED);
    }
    if (counts.size() < FEWEST_DOCUMENTS) {
      return Uncertainty.none(CiReason.FEWER_THAN_TEN_DOCUMENTS);
    }
    if (method == Interval.Method.JACKKNIFE) {
      return onlyJackknife(jackknife(counts, formula));
    }
    return percentiles(
        replicateValues(counts, formula),
        () -> counts.size() <= JACKKNIFE_UP_TO ? jackknife(counts, formula) : List.of());
  }

  /** The percentile interval of the sorted values of replicates, and what stands beside it. */
  private Uncertainty percentiles(double[] values, Supplier<List<Interval>> beside) {
    int undefined = replicates - values.length;
    if (100L * undefined > (long) UNDEFINED_PER_HUNDRED * replicates) {
      return new Uncertainty.None(CiReason.TOO_MANY_UNDEFINED_REPLICATES, replicates, undefined);
    }
    Interval bootstrap =
        new Interval(
            level,
            quantile(values, (1 - level) / 2),
            quantile(values, (1 + level) / 2),
            Interval.Method.BOOTSTRAP,
            UNIT,
            replicates,
            undefined,
            seed);
    return new Uncertainty.Known(bootstrap, beside.get());
  }

  /** Values that are computed anew from how often each unit is drawn; undefined ones are empty. */
  interface Anew {
    List<OptionalDouble> values(int[] times);
  }

  /**
   * The intervals of several values that no sum of counts gives, such as those of a model that is
   * fitted to all units at once; replicates run side by side.
   *
   * @param units what is drawn
   * @param full the values of all units
   * @param anew the same values of units drawn several times or not at all
   */
  List<Uncertainty> of(List<String> units, List<OptionalDouble> full, Anew anew) {
    CiReason none =
        units.size() < FEWEST_DOCUMENTS
            ? CiReason.FEWER_THAN_TEN_DOCUMENTS
            : units.size() > DRAWN_ONE_BY_ONE ? CiReason.NOT_AVAILABLE : CiReason.NOT_REQUESTED;
    boolean asked = replicates > 0 || method == Interval.Method.JACKKNIFE;
    if (!asked || none != CiReason.NOT_REQUESTED) {
      Uncertainty why = Uncertainty.none(asked ? none : CiReason.NOT_REQUESTED);
      return full.stream().map(value -> why).toList();
    }
    List<List<OptionalDouble>> drawn = drawn(units, anew);
    List<List<OptionalDouble>> left = left(units.size(), anew);
    List<Uncertainty> result = new ArrayList<>();
    for (int i = 0; i < full.size(); i++) {
      int at = i;
      Supplier<List<Interval>> jackknife = () -> jackknife(full.get(at), column(left, at));
      if (full.get(i).isEmpty()) {
        result.add(Uncertainty.none(CiReason.VALUE_UNDEFINED));
      } else if (method == Interval.Method.JACKKNIFE) {
        result.add(onlyJackknife(jackknife.get()));
      } else {
        double[] values =
            column(drawn, i).stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        result.add(percentiles(values, jackknife));
      }
    }
    return result;
  }

  private List<List<OptionalDouble>> drawn(List<String> units, Anew anew) {
    List<int[]> draws =
        units.stream().map(unit -> weights.computeIfAbsent(unit, this::draws)).toList();
    return IntStream.range(0, replicates)
        .parallel()
        .mapToObj(r -> anew.values(draws.stream().mapToInt(draw -> draw[r]).toArray()))
        .toList();
  }

  /** The values without one unit after the other, where the jackknife is shown. */
  private List<List<OptionalDouble>> left(int units, Anew anew) {
    boolean shown = units <= JACKKNIFE_UP_TO || method == Interval.Method.JACKKNIFE;
    return IntStream.range(0, shown ? units : 0)
        .parallel()
        .mapToObj(
            out -> {
              int[] once = new int[units];
              Arrays.setAll(once, unit -> unit == out ? 0 : 1);
              return anew.values(once);
            })
        .toList();
  }

  private static List<OptionalDouble> column(List<List<OptionalDouble>> rows, int at) {
    return rows.stream().map(row -> row.get(at)).toList();
  }

  private List<Interval> jackknife(OptionalDouble full, List<OptionalDouble> left) {
    if (left.isEmpty() || left.stream().anyMatch(OptionalDouble::isEmpty)) {
      return List.of();
    }
    double[] values = left.stream().mapToDouble(OptionalDouble::getAsDouble).toArray();
    long[] times = new long[values.length];
    Arrays.fill(times, 1);
    return List.of(jackknife(full.orElseThrow(), values, times, UNIT));
  }

  private static Uncertainty onlyJackknife(List<Interval> interval) {
    return interval.isEmpty()
        ? Uncertainty.none(CiReason.TOO_MANY_UNDEFINED_REPLICATES)
        : new Uncertainty.Known(interval.get(0), List.of());
  }

  /** The values of all replicates that have one, sorted. */
  double[] replicateValues(DocumentCounts counts, Formula formula) {
    if (!counts.areNamed() || counts.size() > DRAWN_ONE_BY_ONE) {
      return valuesOfManyUnits(counts, formula);
    }
    ReplicateSums sums =
        counts.replicates(seed, replicates, unit -> weights.computeIfAbsent(unit, this::draws));
    Values values = new Values(replicates);
    long[] sum = new long[counts.columns()];
    for (int replicate = 0; replicate < replicates; replicate++) {
      sums.copy(replicate, sum);
      values.add(formula.of(sum));
    }
    return values.sorted();
  }

  /** The values of replicates that have one. */
  private static final class Values {
    private final double[] values;
    private int defined;

    Values(int replicates) {
      this.values = new double[replicates];
    }

    void add(Estimate estimate) {
      if (estimate.value().isPresent()) {
        values[defined++] = estimate.value().getAsDouble();
      }
    }

    double[] sorted() {
      double[] sorted = Arrays.copyOf(values, defined);
      Arrays.sort(sorted);
      return sorted;
    }
  }

  /**
   * The same for very many units: those with equal counts are drawn together, as often as Poisson
   * with their number as mean says, which is the distribution of the sum of their single draws.
   */
  private double[] valuesOfManyUnits(DocumentCounts counts, Formula formula) {
    Map<List<Long>, Long> contents = counts.byContent();
    Values values = new Values(replicates);
    for (int replicate = 0; replicate < replicates; replicate++) {
      long[] sum = new long[counts.columns()];
      for (Map.Entry<List<Long>, Long> content : contents.entrySet()) {
        List<Long> cells = content.getKey();
        SplitMix random = PoissonWeights.sequence(seed, replicate, cells.hashCode());
        long times = PoissonDraw.of(content.getValue(), random);
        for (int i = 0; i < cells.size(); i += 2) {
          sum[Math.toIntExact(cells.get(i))] += times * cells.get(i + 1);
        }
      }
      values.add(formula.of(sum));
    }
    return values.sorted();
  }

  private int[] draws(String unit) {
    long key = PoissonWeights.key(unit);
    int[] draws = new int[replicates];
    for (int replicate = 0; replicate < replicates; replicate++) {
      draws[replicate] = PoissonWeights.draw(seed, replicate, key);
    }
    return draws;
  }

  /** Leave one document out; empty where a leave-one-out value is undefined. */
  private List<Interval> jackknife(DocumentCounts counts, Formula formula) {
    long[] total = counts.total();
    double[] left = new double[counts.rows()];
    long[] times = new long[left.length];
    for (int row = 0; row < left.length; row++) {
      long[] without = total.clone();
      counts.addTo(without, row, -1);
      OptionalDouble value = formula.of(without).value();
      if (value.isEmpty()) {
        return List.of();
      }
      left[row] = value.getAsDouble();
      times[row] = counts.times(row);
    }
    double value = formula.of(total).value().orElseThrow();
    return List.of(jackknife(value, left, times, UNIT));
  }

  /**
   * The jackknife interval: value ± t · error with n − 1 degrees of freedom, error² = (n − 1) / n ·
   * Σ (left − mean left)².
   *
   * @param left values without one unit
   * @param times how many units give this value when left out
   * @param unit what was left out
   */
  Interval jackknife(double value, double[] left, long[] times, String unit) {
    long n = Arrays.stream(times).sum();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += times[i] * left[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = 0; i < left.length; i++) {
      squares += times[i] * (left[i] - mean) * (left[i] - mean);
    }
    double error = Math.sqrt(squares * (n - 1) / n);
    double reach =
        TDistribution.of((double) (n - 1)).inverseCumulativeProbability((1 + level) / 2) * error;
    return new Interval(
        level,
        value - reach,
        value + reach,
        Interval.Method.JACKKNIFE,
        unit,
        (int) Math.min(n, Integer.MAX_VALUE),
        0,
        0);
  }

  /** Type 7 quantile of sorted values. */
  static double quantile(double[] sorted, double share) {
    double position = (sorted.length - 1) * share;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}

package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResamplingTest {

  private static LabelData data(int documents, int itemsEach, Random random) {
    LabelData.Builder builder = LabelData.builder(Labels.of("x", "y", "z"), List.of("a", "b"));
    for (int d = 0; d < documents; d++) {
      for (int i = 0; i < itemsEach; i++) {
        String label = List.of("x", "y", "z").get(random.nextInt(3));
        String other =
            random.nextInt(4) > 0 ? label : List.of("x", "y", "z").get(random.nextInt(3));
        builder.item(d + "." + i, "d" + d, Map.of("a", label, "b", other));
      }
    }
    return builder.build();
  }

  private static Coefficient alpha(LabelData data, Resampling resampling) {
    return new LabelAgreement(data, "item", List.of(), resampling).alpha(Distance.nominal());
  }

  @Test
  void seed_31_the_same_seed_gives_the_same_interval_whatever_the_order_of_documents() {
    LabelData data = data(40, 6, new Random(31));
    Uncertainty first = alpha(data, new Resampling(500, 7, 0.95)).uncertainty();
    Uncertainty again = alpha(data, new Resampling(500, 7, 0.95)).uncertainty();
    Uncertainty other = alpha(data, new Resampling(500, 8, 0.95)).uncertainty();
    assertThat(first).isEqualTo(again).isNotEqualTo(other);
    Interval interval = first.interval().orElseThrow();
    assertThat(interval.method()).isEqualTo(Interval.Method.BOOTSTRAP);
    assertThat(interval.low()).isLessThan(alpha(data, Resampling.none()).value().orElseThrow());
    assertThat(interval.high()).isGreaterThan(alpha(data, Resampling.none()).value().orElseThrow());
    assertThat(((Uncertainty.Known) first).beside()).as("more than 30 documents").isEmpty();
  }

  @Test
  void below_ten_documents_there_is_no_interval() {
    Coefficient alpha = alpha(data(9, 50, new Random(32)), new Resampling(200, 7, 0.95));
    assertThat(alpha.value()).isPresent();
    assertThat(alpha.uncertainty()).isEqualTo(Uncertainty.none(CiReason.FEWER_THAN_TEN_DOCUMENTS));
  }

  @Test
  void from_ten_to_thirty_documents_the_jackknife_stands_beside() {
    Uncertainty uncertainty =
        alpha(data(10, 20, new Random(33)), new Resampling(400, 7, 0.95)).uncertainty();
    List<Interval> beside = ((Uncertainty.Known) uncertainty).beside();
    assertThat(beside).hasSize(1);
    assertThat(beside.get(0).method()).isEqualTo(Interval.Method.JACKKNIFE);
    Interval bootstrap = uncertainty.interval().orElseThrow();
    assertThat(beside.get(0).high() - beside.get(0).low())
        .isCloseTo(bootstrap.high() - bootstrap.low(), within(0.08));
  }

  @Test
  void too_many_undefined_replicates_leave_no_interval() {
    LabelData.Builder builder = LabelData.builder(Labels.of("x", "y"), List.of("a", "b"));
    for (int d = 0; d < 12; d++) {
      String label = d == 0 ? "y" : "x";
      builder.item("i" + d, "d" + d, Map.of("a", label, "b", label));
    }
    Coefficient alpha = alpha(builder.build(), new Resampling(1000, 7, 0.95));
    assertThat(alpha.value()).hasValue(1);
    Uncertainty.None none = (Uncertainty.None) alpha.uncertainty();
    assertThat(none.reason()).isEqualTo(CiReason.TOO_MANY_UNDEFINED_REPLICATES);
    assertThat(none.undefinedReplicates()).as("about 1000 / e").isBetween(300, 440);
  }

  @Test
  void near_duplicates_are_drawn_together() {
    LabelData.Builder builder = LabelData.builder(Labels.of("x", "y"), List.of("a", "b"));
    Random random = new Random(34);
    for (int d = 0; d < 20; d++) {
      String label = random.nextBoolean() ? "x" : "y";
      builder.item("i" + d, "d" + d, "group" + d / 4, Map.of("a", label, "b", label));
    }
    assertThat(alpha(builder.build(), new Resampling(100, 7, 0.95)).uncertainty())
        .as("20 documents in 5 groups")
        .isEqualTo(Uncertainty.none(CiReason.FEWER_THAN_TEN_DOCUMENTS));
  }

  @Test
  void an_undefined_value_has_no_interval() {
    LabelData.Builder builder = LabelData.builder(Labels.of("x", "y"), List.of("a", "b"));
    for (int d = 0; d < 12; d++) {
      builder.item("i" + d, "d" + d, Map.of("a", "x", "b", "x"));
    }
    assertThat(alpha(builder.build(), new Resampling(100, 7, 0.95)).uncertainty())
        .isEqualTo(Uncertainty.none(CiReason.VALUE_UNDEFINED));
  }

  /** Mean and variance of Poisson(1) are 1; P(0) = 1/e. */
  @Test
  void draws_are_poisson_and_do_not_depend_on_other_documents() {
    int draws = 200_000;
    double sum = 0;
    double squares = 0;
    int zeros = 0;
    for (int replicate = 0; replicate < draws; replicate++) {
      int draw = PoissonWeights.draw(42, replicate, PoissonWeights.key("d"));
      sum += draw;
      squares += (double) draw * draw;
      zeros += draw == 0 ? 1 : 0;
    }
    double mean = sum / draws;
    assertThat(mean).isCloseTo(1, within(0.01));
    assertThat(squares / draws - mean * mean).isCloseTo(1, within(0.02));
    assertThat((double) zeros / draws).isCloseTo(Math.exp(-1), within(0.005));
    assertThat(PoissonWeights.draw(42, 3, PoissonWeights.key("a")))
        .isEqualTo(PoissonWeights.draw(42, 3, PoissonWeights.key("a")));
  }

  /** Labels inside a document that depend on each other make the interval wider, as they must. */
  @Test
  void seed_35_documents_and_not_items_are_taken_as_independent() {
    LabelData.Builder apart = LabelData.builder(Labels.of("x", "y"), List.of("a", "b"));
    LabelData.Builder together = LabelData.builder(Labels.of("x", "y"), List.of("a", "b"));
    Random random = new Random(35);
    for (int d = 0; d < 60; d++) {
      boolean quarrel = random.nextInt(4) == 0;
      for (int i = 0; i < 10; i++) {
        String label = random.nextBoolean() ? "x" : "y";
        String other = quarrel && random.nextBoolean() ? (label.equals("x") ? "y" : "x") : label;
        apart.item(d + "." + i, d + "." + i, Map.of("a", label, "b", other));
        together.item(d + "." + i, "d" + d, Map.of("a", label, "b", other));
      }
    }
    Resampling resampling = new Resampling(1000, 7, 0.95);
    assertThat(width(alpha(together.build(), resampling)))
        .isGreaterThan(1.2 * width(alpha(apart.build(), resampling)));
  }

  private static double width(Coefficient coefficient) {
    Interval interval = coefficient.uncertainty().interval().orElseThrow();
    return interval.high() - interval.low();
  }

  @Test
  void quantiles_interpolate() {
    assertThat(Resampling.quantile(new double[] {1, 2, 3, 4}, 0.5)).isEqualTo(2.5);
    assertThat(Resampling.quantile(new double[] {1, 2, 3, 4}, 1)).isEqualTo(4);
    assertThat(Resampling.quantile(new double[] {5}, 0.025)).isEqualTo(5);
  }

  /** Mean and variance of Poisson(n) are n; log 20! is 42.335616460753485. */
  @Test
  void seed_36_draws_of_any_mean_are_poisson() {
    for (double mean : new double[] {0.5, 4, 12, 1000, 1e7}) {
      SplitMix random = new SplitMix(36);
      double sum = 0;
      double squares = 0;
      int draws = 40_000;
      for (int i = 0; i < draws; i++) {
        double apart = PoissonDraw.of(mean, random) - mean;
        sum += apart;
        squares += apart * apart;
      }
      double error = Math.sqrt(mean / draws);
      assertThat(sum / draws).as("mean of Poisson(%s)", mean).isCloseTo(0, within(4 * error));
      assertThat(squares / draws / mean)
          .as("variance of Poisson(%s)", mean)
          .isCloseTo(1, within(0.06));
    }
    assertThat(PoissonDraw.logFactorial(20)).isCloseTo(42.335616460753485, within(1e-11));
    assertThat(PoissonDraw.logFactorial(0)).isCloseTo(0, within(1e-11));
  }

  /** Small enough to be drawn one by one, and just too large: nearly the same interval. */
  @Test
  void seed_37_very_many_documents_are_drawn_together_with_the_same_distribution() {
    Resampling resampling = new Resampling(400, 7, 0.95);
    double few = width(alpha(data(20_000, 1, new Random(37)), resampling));
    double many = width(alpha(data(20_001, 1, new Random(37)), resampling));
    assertThat(many / few).isBetween(0.85, 1.15);
  }
}

package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Whether a machine could stand in for one of the annotators: for each of them, whether the machine
 * agrees with the others at least nearly as often as that person does.
 *
 * <p>For annotator j, item i counts for the machine if its label equals those of the other
 * annotators at least as often as j's label does, and for j the other way round; a tie counts for
 * both. A one-sided t-test asks whether the person's advantage is below {@code epsilon}; over all
 * annotators the false discovery rate is held at {@code level} (Benjamini & Yekutieli). The machine
 * passes if it wins against at least half of them. Reference: N. Calderon, R. Reichart & R. Dror,
 * ACL 2025, "The Alternative Annotator Test for LLM-as-a-Judge".
 *
 * @param persons one row an annotator
 * @param winningRate share of annotators against whom the machine wins; absent where none could be
 *     tested
 * @param advantage mean probability that the machine is at least as good as an annotator
 */
public record AlternativeAnnotatorTest(
    List<Person> persons, Optional<Double> winningRate, Optional<Double> advantage) {

  private static final int FEWEST_ITEMS = 30;

  /**
   * One annotator.
   *
   * @param annotator the annotator
   * @param items items on which the annotator, the machine and another annotator have labels
   * @param machine share of items that count for the machine
   * @param human share of items that count for the annotator
   * @param p probability of so small an advantage of the person, if it were {@code epsilon}; absent
   *     below 30 items
   * @param beaten whether the machine wins
   */
  public record Person(
      String annotator,
      int items,
      double machine,
      double human,
      Optional<Double> p,
      boolean beaten) {}

  /**
   * Makes the test.
   *
   * @param data labels of people and the machine
   * @param machine which of the annotators is the machine
   * @param epsilon advantage that a person is granted for costing more, such as .2
   * @param level false discovery rate, such as .05
   */
  public static AlternativeAnnotatorTest of(
      LabelData data, String machine, double epsilon, double level) {
    int self = data.annotators().indexOf(machine);
    if (self < 0 || data.annotators().size() < 4) {
      throw new IllegalArgumentException(
          "the test needs a machine among the annotators and at least 3 people, not %s in %s"
              .formatted(machine, data.annotators()));
    }
    List<Person> persons = new ArrayList<>();
    for (int person = 0; person < data.annotators().size(); person++) {
      if (person != self) {
        persons.add(person(data, self, person, epsilon));
      }
    }
    return new AlternativeAnnotatorTest(
        judged(persons, level),
        rate(judged(persons, level)),
        persons.stream().filter(p -> p.items() > 0).mapToDouble(Person::machine).average().stream()
            .boxed()
            .findFirst());
  }

  private static Person person(LabelData data, int machine, int person, double epsilon) {
    int items = 0;
    int forMachine = 0;
    int forPerson = 0;
    double sum = 0;
    double squares = 0;
    for (LabelData.Item item : data.items()) {
      if (!item.has(machine) || !item.has(person)) {
        continue;
      }
      int others = 0;
      int withMachine = 0;
      int withPerson = 0;
      for (int other = 0; other < data.annotators().size(); other++) {
        if (other != machine && other != person && item.has(other)) {
          others++;
          withMachine += item.code(other) == item.code(machine) ? 1 : 0;
          withPerson += item.code(other) == item.code(person) ? 1 : 0;
        }
      }
      if (others > 0) {
        int times = Math.toIntExact(item.times());
        items += times;
        int machineWins = withMachine >= withPerson ? 1 : 0;
        int personWins = withPerson >= withMachine ? 1 : 0;
        forMachine += times * machineWins;
        forPerson += times * personWins;
        sum += times * (personWins - machineWins);
        squares += times * (personWins - machineWins) * (personWins - machineWins);
      }
    }
    return new Person(
        data.annotators().get(person),
        items,
        items == 0 ? 0 : (double) forMachine / items,
        items == 0 ? 0 : (double) forPerson / items,
        items < FEWEST_ITEMS ? Optional.empty() : Optional.of(p(items, sum, squares, epsilon)),
        false);
  }

  /** One-sided p of a mean advantage of at least epsilon. */
  private static double p(int n, double sum, double squares, double epsilon) {
    double mean = sum / n;
    double variance = (squares - n * mean * mean) / (n - 1);
    if (variance <= 0) {
      return mean < epsilon ? 0 : 1;
    }
    double t = (mean - epsilon) / Math.sqrt(variance / n);
    return TDistribution.of(n - 1).cumulativeProbability(t);
  }

  /** Marks who is beaten when the false discovery rate is held under any dependence. */
  private static List<Person> judged(List<Person> persons, double level) {
    List<Person> tested =
        persons.stream()
            .filter(person -> person.p().isPresent())
            .sorted(Comparator.comparing(person -> person.p().orElseThrow()))
            .toList();
    double harmonic = 0;
    for (int i = 1; i <= tested.size(); i++) {
      harmonic += 1.0 / i;
    }
    int last = 0;
    for (int i = 1; i <= tested.size(); i++) {
      if (tested.get(i - 1).p().orElseThrow() <= level * i / (tested.size() * harmonic)) {
        last = i;
      }
    }
    List<Person> beaten = tested.subList(0, last);
    return persons.stream()
        .map(
            p ->
                new Person(
                    p.annotator(), p.items(), p.machine(), p.human(), p.p(), beaten.contains(p)))
        .toList();
  }

  private static Optional<Double> rate(List<Person> persons) {
    List<Person> tested = persons.stream().filter(p -> p.p().isPresent()).toList();
    return tested.isEmpty()
        ? Optional.empty()
        : Optional.of((double) tested.stream().filter(Person::beaten).count() / tested.size());
  }

  /** Whether the machine wins against at least half of those who could be tested. */
  public boolean passes() {
    return winningRate.isPresent() && winningRate.get() >= 0.5;
  }
}

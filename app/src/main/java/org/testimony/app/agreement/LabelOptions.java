package org.testimony.app.agreement;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.testimony.app.Messages;
import org.testimony.core.agreement.AgreementWeights;
import org.testimony.core.agreement.Distance;
import org.testimony.core.agreement.DistanceCsv;
import org.testimony.core.agreement.Labels;
import org.testimony.core.agreement.LabelsCsv;
import org.testimony.core.agreement.LabelsFile;
import picocli.CommandLine.Option;

/** What labels mean: their order, how far they lie apart, which of them are missing ones. */
final class LabelOptions {

  @Option(
      names = "--scale",
      paramLabel = "SCALE",
      defaultValue = "nominal",
      descriptionKey = "agreement.scale")
  private Scale scale = Scale.NOMINAL;

  @Option(names = "--order", paramLabel = "LABEL", split = ",", descriptionKey = "agreement.order")
  private List<String> order = new ArrayList<>();

  @Option(
      names = "--categories",
      paramLabel = "LABEL",
      split = ",",
      descriptionKey = "agreement.categories")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--weights",
      paramLabel = "WEIGHTS",
      defaultValue = "unweighted",
      descriptionKey = "agreement.weights")
  private Weights weights = Weights.UNWEIGHTED;

  @Option(names = "--distance", paramLabel = "FILE", descriptionKey = "agreement.distance")
  private Optional<Path> distance = Optional.empty();

  /** Refuses options that do not go together. */
  void check() {
    refuseTwice(order);
    refuseTwice(categories);
    if (!order.isEmpty()
        && !categories.isEmpty()
        && !new HashSet<>(order).equals(new HashSet<>(categories))) {
      throw new BadUsage("usage.agreement.order");
    }
    if (distance.isPresent() && (scale != Scale.NOMINAL || weights != Weights.UNWEIGHTED)) {
      throw new BadUsage("usage.agreement.distance");
    }
    distance.ifPresent(Inputs::refuseMissing);
    boolean numeric = scale == Scale.INTERVAL || scale == Scale.RATIO;
    for (String label : declared().orElse(List.of())) {
      if (numeric && !LabelsCsv.isNumber(label)) {
        throw new BadUsage("usage.agreement.number", label);
      }
    }
  }

  private static void refuseTwice(List<String> labels) {
    if (new HashSet<>(labels).size() != labels.size()) {
      throw new BadUsage("usage.agreement.twice", String.join(",", labels));
    }
  }

  /** The labels declared, in order. */
  Optional<List<String>> declared() {
    if (!order.isEmpty()) {
      return Optional.of(List.copyOf(order));
    }
    return categories.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(categories));
  }

  /** Whether labels are anything but names. */
  boolean areMoreThanNames() {
    return scale != Scale.NOMINAL || weights != Weights.UNWEIGHTED || distance.isPresent();
  }

  /** What labels must be for this scale and these weights. */
  LabelsFile.Numbers numbers() {
    boolean ordered = scale == Scale.ORDINAL || weights != Weights.UNWEIGHTED;
    return switch (scale) {
      case INTERVAL -> LabelsFile.Numbers.FINITE;
      case RATIO -> LabelsFile.Numbers.FROM_ZERO;
      case NOMINAL, ORDINAL ->
          ordered && declared().isEmpty() ? LabelsFile.Numbers.ORDERED : LabelsFile.Numbers.ANY;
    };
  }

  /**
   * What the labels of one feature mean. Where none of them is declared, or none is the number that
   * the scale needs, they are names: the options are about another feature.
   *
   * @param labels the labels in order
   * @param meaning options that hold for them
   */
  record Meaning(Labels labels, LabelOptions meaning) {

    Distance distance() {
      return meaning.distance(labels);
    }

    AgreementWeights weights() {
      return meaning.weights(labels);
    }
  }

  /** What labels that occur mean; refuses some that are as declared beside some that are not. */
  Meaning meaning(String where, Set<String> used) {
    Optional<List<String>> declared = declared();
    List<String> unfit =
        used.stream()
            .filter(
                label ->
                    declared.isPresent() ? !declared.get().contains(label) : !isAsNumbers(label))
            .toList();
    if (unfit.size() == used.size() && !used.isEmpty()) {
      return new Meaning(sorted(used), new LabelOptions());
    }
    if (!unfit.isEmpty()) {
      throw new BadInput(
          declared.isPresent()
              ? Messages.text(
                  "agreement.undeclared", where, String.join(", ", declared.get()), unfit.get(0))
              : Messages.text("agreement.nonumber", where, unfit.get(0)));
    }
    return new Meaning(declared.map(Labels::of).orElseGet(() -> sorted(used)), this);
  }

  private boolean isAsNumbers(String label) {
    return switch (numbers()) {
      case ANY -> true;
      case ORDERED, FINITE -> LabelsCsv.isNumber(label);
      case FROM_ZERO -> LabelsCsv.isNumber(label) && Double.parseDouble(label) >= 0;
    };
  }

  /** In the order of their values where they are numbers, else of their characters. */
  private static Labels sorted(Set<String> used) {
    List<String> names = new ArrayList<>(new TreeSet<>(used));
    if (used.stream().allMatch(LabelsCsv::isNumber)) {
      names.sort(Comparator.comparingDouble((String name) -> Double.parseDouble(name)));
    }
    return Labels.of(names);
  }

  private Optional<Distance.Custom> custom(Labels labels) {
    return distance.map(
        file ->
            Inputs.read(
                () -> {
                  try (Reader reader = Inputs.open(file)) {
                    return new DistanceCsv(file.toString()).read(reader, labels);
                  }
                },
                file));
  }

  /** Krippendorff's distance between labels. */
  Distance distance(Labels labels) {
    Optional<Distance.Custom> custom = custom(labels);
    if (custom.isPresent()) {
      return custom.get();
    }
    return switch (scale) {
      case NOMINAL -> Distance.nominal();
      case ORDINAL -> Distance.ordinal();
      case INTERVAL -> Distance.interval(numbers(labels));
      case RATIO -> Distance.ratio(numbers(labels));
    };
  }

  private static double[] numbers(Labels labels) {
    return labels.names().stream().mapToDouble(Double::parseDouble).toArray();
  }

  /** How far labels count as agreeing. */
  AgreementWeights weights(Labels labels) {
    return custom(labels).map(AgreementWeights::of).orElseGet(() -> weights.of(labels.size()));
  }
}

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

  /** Labels that occur, in the order of their values where they are numbers, else of characters. */
  Labels sorted(Set<String> used) {
    List<String> names = new ArrayList<>(new TreeSet<>(used));
    if (used.stream().allMatch(LabelsCsv::isNumber)) {
      names.sort(Comparator.comparingDouble((String name) -> Double.parseDouble(name)));
    }
    return Labels.of(names);
  }

  /** Refuses labels that are not declared or not what the scale needs. */
  void checkAll(Path file, Set<String> used) {
    for (String label : used) {
      Optional<List<String>> declared = declared();
      if (declared.isPresent() && !declared.get().contains(label)) {
        throw new BadInput(
            Messages.text("agreement.undeclared", file, String.join(", ", declared.get()), label));
      }
      boolean number =
          LabelsCsv.isNumber(label) && (scale != Scale.RATIO || Double.parseDouble(label) >= 0);
      if (numbers() != LabelsFile.Numbers.ANY && !number) {
        throw new BadInput(Messages.text("agreement.nonumber", file, label));
      }
    }
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

package org.testimony.app.agreement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.testimony.core.agreement.LabelMeasures.By;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.Resampling;
import picocli.CommandLine.Option;

/** The options that hold for any data. */
final class CommonOptions {

  private static final double LEVEL = 0.95;

  @Option(names = "--measure", paramLabel = "ID", split = ",", descriptionKey = "agreement.measure")
  private List<String> measures = new ArrayList<>();

  @Option(names = "--by", paramLabel = "BY", split = ",", descriptionKey = "agreement.by")
  private List<By> by = new ArrayList<>();

  @Option(
      names = "--ci",
      paramLabel = "METHOD",
      defaultValue = "bootstrap",
      descriptionKey = "agreement.ci")
  private Confidence confidence = Confidence.BOOTSTRAP;

  @Option(
      names = "--replicates",
      paramLabel = "NUMBER",
      defaultValue = "1000",
      descriptionKey = "agreement.replicates")
  private int replicates = 1000;

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      defaultValue = "42",
      descriptionKey = "agreement.seed")
  private long seed = 42;

  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      descriptionKey = "agreement.format")
  private Form form = Form.TEXT;

  /** The measures asked for, each once; those given where none is named. */
  List<Measure> measures(List<Measure> otherwise) {
    List<Measure> asked = new ArrayList<>();
    for (String id : measures) {
      Measure measure =
          Measure.byId(id.strip()).orElseThrow(() -> new BadUsage("usage.agreement.measure", id));
      if (!asked.contains(measure)) {
        asked.add(measure);
      }
    }
    return asked.isEmpty() ? otherwise : asked;
  }

  Set<By> by() {
    return by.isEmpty() ? EnumSet.noneOf(By.class) : EnumSet.copyOf(by);
  }

  Form form() {
    return form;
  }

  long seed() {
    return seed;
  }

  /** Refuses numbers that are out of range and measures that do not exist. */
  void check() {
    measures(List.of());
    if (replicates < 1) {
      throw new BadUsage("usage.agreement.replicates", replicates);
    }
  }

  /** How intervals are made, other than analytic ones. */
  Resampling resampling() {
    return switch (confidence) {
      case BOOTSTRAP -> new Resampling(replicates, seed, LEVEL);
      case JACKKNIFE -> Resampling.jackknife(LEVEL);
      case ANALYTIC, NONE -> Resampling.none();
    };
  }

  /** The level of analytic intervals, where they are asked for. */
  Optional<Double> analytic() {
    return confidence == Confidence.ANALYTIC ? Optional.of(LEVEL) : Optional.empty();
  }
}

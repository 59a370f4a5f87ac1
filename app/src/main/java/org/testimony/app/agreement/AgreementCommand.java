package org.testimony.app.agreement;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.app.Terminal;
import org.testimony.core.agreement.LabelsCsv;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code agreement}: measures how far annotators agree, for data from anywhere. */
@Command(name = "agreement", resourceBundle = Messages.BUNDLE, mixinStandardHelpOptions = true)
public final class AgreementCommand implements Callable<Integer> {

  private static final String LABELS = "--labels";
  private static final String SPANS = "--spans";
  private static final String INCEPTION = "--inception";
  private static final Set<String> GAMMA =
      Set.of("--alpha", "--beta", "--empty-cost", "--samples", "--layer", "--disagreements");
  private static final Set<String> MEANING =
      Set.of("--scale", "--order", "--categories", "--weights", "--distance");
  private static final Set<String> OF_LABELS = Set.of("--missing", "--sets", "--annotators");
  private static final Set<String> OF_SPANS = Set.of("--documents");
  private static final Set<String> OF_EXPORTS =
      Set.of("--feature", "--document-layer", "--unfinished");
  private static final Map<String, List<Set<String>>> FOREIGN =
      Map.of(
          LABELS, List.of(GAMMA, OF_SPANS, OF_EXPORTS),
          SPANS, List.of(MEANING, OF_LABELS, OF_EXPORTS),
          INCEPTION, List.of(OF_LABELS, OF_SPANS));

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = LABELS, paramLabel = "FILE", descriptionKey = "agreement.labels.file")
  private Optional<Path> labels = Optional.empty();

  @Option(names = SPANS, paramLabel = "FILE", descriptionKey = "agreement.spans.file")
  private Optional<Path> spans = Optional.empty();

  @Option(names = "--documents", paramLabel = "FILE", descriptionKey = "agreement.documents.file")
  private Optional<Path> documents = Optional.empty();

  @Option(names = INCEPTION, paramLabel = "ZIP", descriptionKey = "agreement.inception.file")
  private Optional<Path> inception = Optional.empty();

  @Mixin private CommonOptions common = new CommonOptions();
  @Mixin private LabelOptions meaning = new LabelOptions();
  @Mixin private GammaOptions gamma = new GammaOptions();
  @Mixin private InceptionOptions ofExport = new InceptionOptions();

  @Option(names = "--missing", paramLabel = "TOKEN", descriptionKey = "agreement.missing")
  private Optional<String> missing = Optional.empty();

  @Option(names = "--sets", descriptionKey = "agreement.sets")
  private boolean sets;

  @Option(
      names = "--annotators",
      paramLabel = "NAME",
      split = ",",
      descriptionKey = "agreement.annotators")
  private List<String> annotators = new ArrayList<>();

  @Option(names = "--layer", paramLabel = "LAYER", split = ",", descriptionKey = "agreement.layer")
  private List<String> layers = new ArrayList<>();

  @Option(
      names = "--disagreements",
      paramLabel = "FILE",
      descriptionKey = "agreement.disagreements")
  private Optional<Path> disagreements = Optional.empty();

  @Override
  public Integer call() {
    try {
      String output = output();
      System.out.writeBytes(output.getBytes(StandardCharsets.UTF_8));
      System.out.flush();
      return ExitCode.OK;
    } catch (BadUsage e) {
      throw new ParameterException(spec.commandLine(), Problem.reason(e), e);
    } catch (BadInput e) {
      spec.commandLine().getErr().println(Messages.text("problem", Problem.reason(e)));
      return ExitCode.USAGE;
    }
  }

  private String output() {
    refuseForeign(source());
    common.check();
    disagreements.ifPresent(Disagreements::refuseExisting);
    Findings findings;
    try (Progress progress = new Progress(Terminal.ofThisProcess())) {
      findings = findings(progress);
    }
    return switch (common.form()) {
      case TEXT -> TextOutput.of(findings);
      case JSON -> JsonOutput.of(findings);
      case CSV -> CsvOutput.of(findings);
    };
  }

  private String source() {
    List<String> named = new ArrayList<>();
    labels.ifPresent(file -> named.add(LABELS));
    spans.ifPresent(file -> named.add(SPANS));
    inception.ifPresent(file -> named.add(INCEPTION));
    if (named.size() != 1) {
      throw new BadUsage("usage.agreement.source");
    }
    return named.get(0);
  }

  private void refuseForeign(String source) {
    for (Set<String> options : FOREIGN.getOrDefault(source, List.of())) {
      for (String option : options) {
        if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
          throw new BadUsage("usage.agreement.foreign", option, source);
        }
      }
    }
  }

  private Findings findings(Progress progress) {
    if (labels.isPresent()) {
      LabelsCsv.Several several = sets ? LabelsCsv.Several.SETS : LabelsCsv.Several.REFUSED;
      return new MeasureLabels(
              labels.get(), several, missing, annotators, meaning, common, progress)
          .findings();
    }
    if (spans.isPresent()) {
      Path ofDocuments = documents.orElseThrow(() -> new BadUsage("usage.agreement.documents"));
      return new MeasureSpans(
              spans.get(), ofDocuments, layers, gamma, common, disagreements, progress)
          .findings();
    }
    return new MeasureInception(
            inception.orElseThrow(),
            ofExport.of(layers),
            meaning,
            gamma,
            common,
            disagreements,
            progress)
        .findings();
  }
}

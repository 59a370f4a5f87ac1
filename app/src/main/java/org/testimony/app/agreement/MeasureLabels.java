package org.testimony.app.agreement;

import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.core.agreement.AnnotatorModel;
import org.testimony.core.agreement.DawidSkene;
import org.testimony.core.agreement.LabelData;
import org.testimony.core.agreement.LabelMeasures;
import org.testimony.core.agreement.LabelsCsv;
import org.testimony.core.agreement.LabelsFile;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.TooManyPatterns;

/**
 * Agreement on the labels of a file.
 *
 * @param file the file
 * @param several what several labels of one annotator on one item mean
 * @param missing the label that stands for a missing one
 * @param annotators annotators who may have no row
 * @param labels what labels mean
 * @param common the options that hold for any data
 * @param progress told what is going on
 */
record MeasureLabels(
    Path file,
    LabelsCsv.Several several,
    Optional<String> missing,
    List<String> annotators,
    LabelOptions labels,
    CommonOptions common,
    Progress progress) {

  private static final int SORTED_AT_ONCE = 1 << 26;
  private static final int COMPARED_AT_ONCE = 1 << 21;
  private static final long BYTES_OF_A_PATTERN = 2000;
  private static final int LABELS_SHOWN = 20;

  Findings findings() {
    labels.check();
    List<Measure> measures = common.measures(List.of(Measure.KRIPPENDORFF_ALPHA));
    measures.forEach(this::check);
    if (several == LabelsCsv.Several.SETS && labels.areMoreThanNames()) {
      throw new BadUsage("usage.agreement.sets");
    }
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    if (!measures.stream().allMatch(AnnotatorModel::models)) {
      coefficients(measures, findings, notes);
    }
    if (measures.stream().anyMatch(AnnotatorModel::models)) {
      models(measures, findings);
    }
    return new Findings(notes, Optional.empty(), findings);
  }

  private void check(Measure measure) {
    boolean sets = several == LabelsCsv.Several.SETS;
    boolean ofSets = measure == Measure.ALPHA_JACCARD || measure == Measure.ALPHA_MASI;
    if (ofSets && !sets) {
      throw new BadUsage("usage.agreement.needsets", measure.id());
    }
    if (AnnotatorModel.models(measure) && sets) {
      throw new BadUsage("usage.agreement.single", measure.id());
    }
    if (!LabelMeasures.measures(measure) && !AnnotatorModel.models(measure)) {
      throw new BadUsage("usage.agreement.oflabels", measure.id());
    }
  }

  private LabelsCsv format() {
    return new LabelsCsv(file.toString(), labels.declared(), annotators, missing, several);
  }

  private void coefficients(List<Measure> measures, List<Finding> findings, List<String> notes) {
    LabelsCsv.Content content = Inputs.read(() -> content(measures), file);
    LabelMeasures of =
        new LabelMeasures(
            labels.distance(content.data().labels()),
            labels.weights(content.data().labels()),
            content.sets(),
            common.resampling(),
            common.analytic());
    for (Measure measure : measures) {
      if (!AnnotatorModel.models(measure)) {
        progress.step("step.agreement.measure", measure.id());
        findings.add(Finding.Line.of(measure, of.measure(content.data(), measure, common.by())));
      }
    }
    if (several == LabelsCsv.Several.REFUSED) {
      List<String> names = content.data().labels().names();
      String some = String.join(", ", names.subList(0, Math.min(LABELS_SHOWN, names.size())));
      notes.add(
          Messages.text(
              "agreement.labels",
              file,
              names.size(),
              names.size() > LABELS_SHOWN ? some + " …" : some));
    }
  }

  private LabelsCsv.Content content(List<Measure> measures) throws java.io.IOException {
    boolean names =
        measures.stream().anyMatch(measure -> LabelMeasures.needsNames(measure, common.by()));
    LabelsFile reader =
        new LabelsFile(
            format(),
            labels.numbers(),
            names ? LabelsFile.Keeping.ROWS : LabelsFile.Keeping.PATTERNS,
            room());
    progress.step("step.agreement.open", file);
    try {
      return reader.read(
          Inputs.source(file), rows -> progress.step("step.agreement.rows", file, rows));
    } catch (TooManyPatterns e) {
      throw Problem.because(e, "agreement.many", file, e.most());
    }
  }

  private static LabelsFile.Room room() {
    long heap = Runtime.getRuntime().maxMemory();
    return new LabelsFile.Room(
        Path.of(System.getProperty("java.io.tmpdir", ".")),
        (int) Math.min(SORTED_AT_ONCE, heap / 8),
        (int) Math.min(COMPARED_AT_ONCE, heap / 64),
        (int) Math.min(Integer.MAX_VALUE, heap / BYTES_OF_A_PATTERN));
  }

  /** The models need each item by its name, so all labels are held in memory. */
  private void models(List<Measure> measures, List<Finding> findings) {
    LabelData data =
        Inputs.read(
            () -> {
              progress.step("step.agreement.open", file);
              try (Reader reader = Inputs.open(file)) {
                return format().read(reader).data();
              }
            },
            file);
    for (Measure measure : measures) {
      if (AnnotatorModel.models(measure)) {
        progress.step("step.agreement.measure", measure.id());
        findings.add(model(data, measure));
      }
    }
  }

  private Finding model(LabelData data, Measure measure) {
    AnnotatorModel.Settings settings = AnnotatorModel.Settings.defaults(common.seed());
    AnnotatorModel model = AnnotatorModel.of(data, measure, settings, common.resampling());
    boolean habits = measure == Measure.DAWID_SKENE && model.logLikelihood().isPresent();
    return new Finding.Model(
        model,
        habits
            ? Optional.of(
                DawidSkene.fit(
                    data.observations(),
                    data.labels(),
                    settings.smoothing(),
                    settings.iterations(),
                    settings.tolerance()))
            : Optional.empty());
  }
}

package org.testimony.app.agreement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testimony.app.Messages;
import org.testimony.app.Problem;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.SpanMeasures;
import org.testimony.core.compare.Comparison;
import org.testimony.core.inception.ExportLimits;
import org.testimony.core.inception.ExportRefused;
import org.testimony.core.inception.InceptionDocument;
import org.testimony.core.inception.InceptionExport;
import org.testimony.core.inception.InceptionProject;
import org.testimony.core.inception.Skipped;
import org.testimony.core.text.StrictJson;

/**
 * Agreement on a project exported from INCEpTION.
 *
 * @param file the archive
 * @param options which of it is measured
 * @param labels what labels mean
 * @param gamma what gamma is computed with
 * @param common the options that hold for any data
 * @param disagreements where the passages on which annotators differ are to be written
 * @param progress told what is going on
 */
record MeasureInception(
    Path file,
    InceptionOptions options,
    LabelOptions labels,
    GammaOptions gamma,
    CommonOptions common,
    Optional<Path> disagreements,
    Progress progress) {

  private static final int FILES_SHOWN = 5;

  Findings findings() {
    labels.check();
    common.measures(List.of()).forEach(MeasureInception::check);
    InceptionProject project = Inputs.read(this::read, file);
    LayerChoice choice = options.choice(project);
    progress.step("step.agreement.compare");
    Map<InceptionDocument, Comparison> compared = new LinkedHashMap<>();
    for (InceptionDocument document : project.documents()) {
      compared.put(document, Comparison.of(document.article(), Disagreements.RULES));
    }
    Disagreements differing = new Disagreements();
    List<Finding> findings = new ArrayList<>();
    List<String> notes = new ArrayList<>(notes(project));
    for (LayerChoice.Chosen chosen : choice.spans()) {
      SpanLayer layer = new SpanLayer(chosen, compared, this);
      findings.addAll(layer.findings());
      notes.addAll(layer.notes());
      compared.forEach(
          (document, comparison) ->
              differing.addLayer(document, comparison, chosen.layer().name(), chosen.features()));
    }
    for (LayerChoice.Chosen chosen : choice.documents()) {
      DocumentLayer layer = new DocumentLayer(chosen, project.documents(), this);
      findings.addAll(layer.findings(differing));
      notes.addAll(layer.notes());
    }
    if (findings.isEmpty()) {
      throw new BadUsage("usage.agreement.nothing");
    }
    disagreements.ifPresent(differing::write);
    return new Findings(notes, Optional.of(source(project)), findings);
  }

  private static void check(Measure measure) {
    if (!SpanMeasures.measures(measure)
        && measure != Measure.ALPHA_MATCHED_PAIRS
        && !DocumentLayer.measures(measure)) {
      throw new BadUsage("usage.agreement.ofexports", measure.id());
    }
  }

  private InceptionProject read() throws java.io.IOException {
    progress.step("step.agreement.open", file);
    try {
      return InceptionExport.read(
          file,
          options.states(),
          ExportLimits.STANDARD,
          sets -> progress.step("step.agreement.sets", file, sets));
    } catch (ExportRefused e) {
      throw new BadInput(e, file + ", " + Problem.reason(e));
    }
  }

  private static Map<Skipped.Reason, List<String>> byReason(InceptionProject project) {
    Map<Skipped.Reason, List<String>> files = new TreeMap<>();
    for (Skipped skipped : project.skipped()) {
      files.computeIfAbsent(skipped.reason(), reason -> new ArrayList<>()).add(skipped.file());
    }
    return files;
  }

  private static List<String> notes(InceptionProject project) {
    List<String> notes = new ArrayList<>();
    notes.add(
        Messages.text(
            "agreement.project", project.name(), project.documents().size(), project.sets()));
    byReason(project)
        .forEach(
            (reason, files) ->
                notes.add(
                    Messages.text(
                        "agreement.skipped", files.size(), reason(reason), shown(files))));
    if (!project.absent().isEmpty()) {
      notes.add(
          Messages.text("agreement.absent", project.absent().size(), shown(project.absent())));
    }
    if (project.empty() > 0) {
      notes.add(Messages.text("agreement.empty", project.empty()));
    }
    return notes;
  }

  private static String shown(List<String> files) {
    String some = String.join(", ", files.subList(0, Math.min(FILES_SHOWN, files.size())));
    return files.size() > FILES_SHOWN ? some + " …" : some;
  }

  private static String reason(Skipped.Reason reason) {
    return Messages.text(
        switch (reason) {
          case JAVA_SERIALISATION -> "agreement.skipped.serialised";
          case NOBODYS -> "agreement.skipped.nobodys";
          case CURATION -> "agreement.skipped.curation";
          case UNFINISHED -> "agreement.skipped.unfinished";
          case LOCKED -> "agreement.skipped.locked";
          case NO_ANNOTATOR -> "agreement.skipped.unknown";
          case UNKNOWN_FORMAT -> "agreement.skipped.format";
        });
  }

  private static ObjectNode source(InceptionProject project) {
    ObjectNode source = StrictJson.object();
    source.put("project", project.name());
    source.put("documents", project.documents().size());
    source.put("sets", project.sets());
    source.put("emptyAnnotations", project.empty());
    ArrayNode absent = source.putArray("absent");
    project.absent().forEach(absent::add);
    ArrayNode skipped = source.putArray("skipped");
    byReason(project)
        .forEach(
            (reason, files) -> {
              ObjectNode entry = skipped.addObject();
              entry.put("reason", reason.name());
              ArrayNode names = entry.putArray("files");
              files.forEach(names::add);
            });
    return source;
  }
}

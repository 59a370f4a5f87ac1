package org.testimony.app.agreement;

import java.util.ArrayList;
import java.util.List;
import org.testimony.core.inception.InceptionExport;
import org.testimony.core.inception.InceptionProject;
import picocli.CommandLine.Option;

/** Which of an exported project is measured. */
final class InceptionOptions {

  @Option(
      names = "--feature",
      paramLabel = "FEATURE",
      split = ",",
      descriptionKey = "agreement.feature")
  private List<String> features = new ArrayList<>();

  @Option(
      names = "--document-layer",
      paramLabel = "LAYER",
      split = ",",
      descriptionKey = "agreement.document")
  private List<String> documentLayers = new ArrayList<>();

  @Option(names = "--unfinished", descriptionKey = "agreement.unfinished")
  private boolean unfinished;

  private List<String> layers = List.of();

  /** The same for some layers only. */
  InceptionOptions of(List<String> some) {
    layers = List.copyOf(some);
    return this;
  }

  InceptionExport.States states() {
    return unfinished ? InceptionExport.States.BEGUN : InceptionExport.States.FINISHED;
  }

  LayerChoice choice(InceptionProject project) {
    return LayerChoice.of(project, layers, documentLayers, features);
  }
}

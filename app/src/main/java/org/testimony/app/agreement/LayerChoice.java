package org.testimony.app.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.inception.InceptionDocument;
import org.testimony.core.inception.InceptionLayer;
import org.testimony.core.inception.InceptionProject;

/**
 * Which layers and features of a project are measured: those named, else all that are enabled and
 * used.
 *
 * @param spans layers measured by their spans
 * @param documents layers measured by their value for the whole document
 */
record LayerChoice(List<Chosen> spans, List<Chosen> documents) {

  /**
   * A layer.
   *
   * @param layer the layer
   * @param features names of its features
   */
  record Chosen(InceptionLayer layer, List<String> features) {}

  /**
   * Chooses.
   *
   * @param layers names or titles; all where there is none
   * @param documentLayers names or titles of those measured by document
   * @param features names or titles; all that are used where there is none
   */
  static LayerChoice of(
      InceptionProject project,
      List<String> layers,
      List<String> documentLayers,
      List<String> features) {
    for (String called : layers) {
      known(project, called);
    }
    for (String called : documentLayers) {
      known(project, called);
    }
    List<Chosen> spans = new ArrayList<>();
    List<Chosen> documents = new ArrayList<>();
    Set<String> found = new TreeSet<>();
    for (InceptionLayer layer : project.layers()) {
      boolean named = layers.stream().anyMatch(layer::isCalled);
      boolean byDocument = documentLayers.stream().anyMatch(layer::isCalled);
      boolean all = layers.isEmpty() && documentLayers.isEmpty();
      List<String> used = features(project, layer, features, found);
      if (layer.kind() == InceptionLayer.Kind.SPAN && !byDocument) {
        if (named || (layers.isEmpty() && layer.enabled() && isUsed(project, layer))) {
          spans.add(new Chosen(layer, used));
        }
      } else if (named || byDocument || (all && layer.enabled() && !used.isEmpty())) {
        documents.add(new Chosen(layer, used));
      }
    }
    for (String feature : features) {
      if (!found.contains(feature)) {
        throw new BadUsage("usage.agreement.feature", feature);
      }
    }
    return new LayerChoice(spans, documents);
  }

  private static void known(InceptionProject project, String called) {
    for (InceptionLayer layer : project.layers()) {
      if (layer.isCalled(called) && layer.kind() != InceptionLayer.Kind.OTHER) {
        return;
      }
    }
    throw new BadUsage(
        "usage.agreement.layer",
        called,
        String.join(
            ", ",
            project.layers().stream()
                .filter(layer -> layer.enabled() && layer.kind() != InceptionLayer.Kind.OTHER)
                .map(InceptionLayer::name)
                .toList()));
  }

  private static boolean isUsed(InceptionProject project, InceptionLayer layer) {
    return sets(project).stream().anyMatch(set -> !set.marks(layer.name()).isEmpty());
  }

  private static List<AnnotatorSet> sets(InceptionProject project) {
    return project.documents().stream().flatMap(d -> d.article().sets().stream()).toList();
  }

  private static List<String> features(
      InceptionProject project, InceptionLayer layer, List<String> asked, Set<String> found) {
    List<String> features = new ArrayList<>();
    for (InceptionLayer.Feature feature : layer.features()) {
      boolean named = false;
      for (String called : asked) {
        if (feature.name().equals(called) || feature.title().equals(called)) {
          named = true;
          found.add(called);
        }
      }
      if (named || (asked.isEmpty() && hasValue(project, layer, feature.name()))) {
        features.add(feature.name());
      }
    }
    return features;
  }

  private static boolean hasValue(InceptionProject project, InceptionLayer layer, String feature) {
    for (InceptionDocument document : project.documents()) {
      for (List<String> values : document.values(layer.name(), feature).values()) {
        if (!values.isEmpty()) {
          return true;
        }
      }
    }
    return false;
  }
}

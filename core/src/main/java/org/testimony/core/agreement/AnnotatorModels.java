package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * The models of annotators on foreign data, with fixed settings: Dawid-Skene with a pseudo-count of
 * .01 a cell until the log-likelihood grows by less than 10⁻⁷, at most 500 steps; MACE with 10
 * starts of 50 steps, as Hovy et al. 2013.
 *
 * @param data the labels, each item by its name
 */
public record AnnotatorModels(LabelData data) {

  private static final double SMOOTHING = 0.01;
  private static final int STEPS = 500;
  private static final double TOLERANCE = 1e-7;
  private static final int STARTS = 10;
  private static final int STEPS_OF_A_START = 50;

  /** Whether a measure is a model of annotators. */
  public static boolean models(Measure measure) {
    return measure == Measure.DAWID_SKENE || measure == Measure.MACE;
  }

  /** Whether there is any label to fit a model to. */
  public boolean hasLabels() {
    return !observations().isEmpty();
  }

  /** The model of Dawid and Skene. */
  public DawidSkene dawidSkene() {
    return DawidSkene.fit(observations(), data.labels(), SMOOTHING, STEPS, TOLERANCE);
  }

  /** MACE from starts that a seed fixes. */
  public Mace mace(long seed) {
    return Mace.fit(observations(), data.labels(), STARTS, STEPS_OF_A_START, seed);
  }

  private List<Observation> observations() {
    List<Observation> observations = new ArrayList<>();
    for (LabelData.Item item : data.items()) {
      if (item.times() != 1) {
        throw new IllegalStateException("a model needs each item by its name");
      }
      for (int annotator = 0; annotator < data.annotators().size(); annotator++) {
        if (item.has(annotator)) {
          observations.add(
              new Observation(
                  item.id(),
                  data.annotators().get(annotator),
                  data.labels().name(item.code(annotator))));
        }
      }
    }
    return observations;
  }
}

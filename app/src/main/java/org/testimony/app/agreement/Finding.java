package org.testimony.app.agreement;

import java.util.Optional;
import org.testimony.core.agreement.AnnotatorModel;
import org.testimony.core.agreement.Coverage;
import org.testimony.core.agreement.DawidSkene;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.Measured;

/** One thing that was asked for, found. */
sealed interface Finding {

  /** The measure. */
  Measure measure();

  /**
   * A coefficient with what it is broken down by.
   *
   * @param measure the measure asked for; the value over all is that of another where this one is
   *     of single labels
   * @param layer the layer it is about, where data has layers
   * @param feature the feature whose values are the labels; absent where labels do not count
   * @param measured the values
   * @param coverage what they are conditional on, where they are
   */
  record Line(
      Measure measure,
      Optional<String> layer,
      Optional<String> feature,
      Measured measured,
      Optional<Coverage> coverage)
      implements Finding {

    /** A line about data without layers. */
    static Line of(Measure measure, Measured measured) {
      return new Line(measure, Optional.empty(), Optional.empty(), measured, Optional.empty());
    }

    /** The measure of the value over all, where it is not the one asked for. */
    Optional<Measure> otherOverAll() {
      Measure overall = measured.overall().basis().measure();
      return overall == measure ? Optional.empty() : Optional.of(overall);
    }
  }

  /**
   * A model of annotators.
   *
   * @param model what it says
   * @param habits who gives which label where which is true, where the model has that
   */
  record Model(AnnotatorModel model, Optional<DawidSkene> habits) implements Finding {

    @Override
    public Measure measure() {
      return model.measure();
    }
  }
}

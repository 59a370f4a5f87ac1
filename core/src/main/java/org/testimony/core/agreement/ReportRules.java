package org.testimony.core.agreement;

import java.util.List;
import java.util.Optional;
import org.testimony.core.compare.ComparisonRules;

/**
 * What a project's report measures: which layers, features, targets and article values, and how
 * their labels are ordered.
 *
 * @param comparison how marks are matched
 * @param layers the span layers, in order
 * @param judging the stance of claims, where the project has it
 * @param articleFeatures values of the article as a whole, in order
 * @param gamma what gamma is computed with; absent where it is not measured, since it takes longer
 *     than all else together
 */
public record ReportRules(
    ComparisonRules comparison,
    List<Layer> layers,
    Optional<Judging> judging,
    List<ArticleFeature> articleFeatures,
    Optional<GammaSettings> gamma) {

  /** Copies the lists. */
  public ReportRules {
    layers = List.copyOf(layers);
    articleFeatures = List.copyOf(articleFeatures);
  }

  /** Rules without gamma. */
  public ReportRules(
      ComparisonRules comparison,
      List<Layer> layers,
      Optional<Judging> judging,
      List<ArticleFeature> articleFeatures) {
    this(comparison, layers, judging, articleFeatures, Optional.empty());
  }

  /** The same with gamma. */
  public ReportRules with(GammaSettings settings) {
    return new ReportRules(comparison, layers, judging, articleFeatures, Optional.of(settings));
  }

  /**
   * A layer of spans.
   *
   * @param id the layer
   * @param features its features that hold one label each
   */
  public record Layer(String id, List<Feature> features) {

    /** Copies the features. */
    public Layer {
      features = List.copyOf(features);
    }
  }

  /**
   * A feature of marks.
   *
   * @param id the feature
   * @param labels its labels in declared order
   * @param unset the label that an absent value stands for (a flag that is not set); absent where
   *     unset is no label
   */
  public record Feature(String id, Labels labels, Optional<String> unset) {

    /** A choice of one label, of which unset is none. */
    public static Feature choice(String id, List<String> labels) {
      return new Feature(id, Labels.of(labels), Optional.empty());
    }

    /** A flag: set or not. */
    public static Feature flag(String id) {
      return new Feature(id, Labels.of("false", "true"), Optional.of("false"));
    }
  }

  /**
   * The labels of stance.
   *
   * @param labels all labels in declared order
   * @param scale the labels on the ordinal scale, from against to for
   * @param notAbout the label that says that a claim is not about the target
   * @param targets the targets, in order
   */
  public record Judging(Labels labels, List<String> scale, String notAbout, List<String> targets) {

    /** Refuses a scale or a not-about label outside the labels. */
    public Judging {
      scale = List.copyOf(scale);
      targets = List.copyOf(targets);
      scale.forEach(labels::code);
      labels.code(notAbout);
    }

    /** The five labels of the default codebook. */
    public static Judging stance(List<String> targets) {
      return new Judging(
          Labels.of("FAVOR", "AGAINST", "NEUTRAL", "NOT_ABOUT", "CANT_TELL"),
          List.of("AGAINST", "NEUTRAL", "FAVOR"),
          "NOT_ABOUT",
          targets);
    }
  }

  /**
   * A value of the article as a whole.
   *
   * @param id the feature
   * @param labels its labels in declared order
   * @param kind what its labels mean
   */
  public record ArticleFeature(String id, Labels labels, Kind kind) {

    /** What the labels mean. */
    public enum Kind {
      /** Labels without order. */
      CHOICE,
      /** The labels of stance, one for each target. */
      STANCE
    }
  }
}

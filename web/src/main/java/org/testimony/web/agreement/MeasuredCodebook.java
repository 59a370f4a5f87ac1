package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.core.agreement.Labels;
import org.testimony.core.agreement.ReportRules;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.FeatureType;
import org.testimony.core.codebook.Judging;
import org.testimony.core.codebook.Label;
import org.testimony.core.codebook.Layer;
import org.testimony.core.codebook.RelationType;
import org.testimony.core.codebook.Target;
import org.testimony.core.compare.ComparisonRules;

/**
 * What the report of a codebook measures: all marked layers, every feature that holds one label,
 * the stance and the values of articles.
 *
 * @param rules for the report
 * @param attribution the relation from a claim to its speaker, where the codebook has it
 * @param notMeasured what the codebook asks and the report leaves out
 */
record MeasuredCodebook(
    ReportRules rules, Optional<RelationType> attribution, List<NotMeasured> notMeasured) {

  /** The relation from a claim to the words that name its speaker. */
  static final String SAID_BY = "SAID_BY";

  /** The label that says that words are not about the target. */
  static final String NOT_ABOUT = "NOT_ABOUT";

  private static final double THRESHOLD = 0.5;

  MeasuredCodebook {
    notMeasured = List.copyOf(notMeasured);
  }

  /**
   * A question that is not measured.
   *
   * @param title of the question
   * @param why it is not
   */
  public record NotMeasured(String title, Why why) {

    /** Why a question is not measured. */
    public enum Why {
      /** A value holds several labels at once. */
      SEVERAL_LABELS,
      /** Asked for each target with labels other than those of the stance. */
      OTHER_LABELS_PER_TARGET,
      /** The stance lacks the label NOT_ABOUT or a scale of two labels. */
      STANCE_WITHOUT_SCALE
    }
  }

  /** What is measured where claims are fixed: nothing that people would have marked. */
  MeasuredCodebook onFixedClaims() {
    ReportRules judged =
        new ReportRules(rules.comparison(), List.of(), rules.judging(), rules.articleFeatures());
    return new MeasuredCodebook(judged, Optional.empty(), notMeasured);
  }

  /** The layer whose spans are judged. */
  String claimLayer() {
    return rules.comparison().claimLayer();
  }

  /** What is measured of a codebook. */
  static MeasuredCodebook of(Codebook codebook) {
    List<NotMeasured> notMeasured = new ArrayList<>();
    String claims = claimLayer(codebook);
    Optional<RelationType> attribution = attribution(codebook, claims);
    Optional<ReportRules.Judging> judging = judging(codebook, notMeasured);
    List<ReportRules.Layer> layers = new ArrayList<>();
    for (Layer layer : codebook.markedLayers()) {
      layers.add(new ReportRules.Layer(layer.id(), features(layer, notMeasured)));
    }
    ReportRules rules =
        new ReportRules(
            comparison(codebook, claims, attribution),
            layers,
            judging,
            articleFeatures(codebook, judging, notMeasured));
    return new MeasuredCodebook(rules, attribution, notMeasured);
  }

  /** The judged layer; without a stance the layer that has speakers, else the first. */
  private static String claimLayer(Codebook codebook) {
    return codebook
        .stance()
        .map(Judging::layer)
        .or(() -> codebook.relation(SAID_BY).map(RelationType::from))
        .or(() -> codebook.markedLayers().stream().map(Layer::id).findFirst())
        .orElse("Claim");
  }

  private static Optional<RelationType> attribution(Codebook codebook, String claims) {
    return codebook.offeredRelations().stream()
        .filter(relation -> relation.id().equals(SAID_BY))
        .filter(relation -> relation.from().equals(claims) && !relation.to().equals(claims))
        .findFirst();
  }

  private static ComparisonRules comparison(
      Codebook codebook, String claims, Optional<RelationType> attribution) {
    String speakers = attribution.map(RelationType::to).orElse("");
    String entry =
        codebook
            .layer(speakers)
            .flatMap(
                layer ->
                    layer.features().stream()
                        .filter(feature -> feature.type() == FeatureType.SPEAKER)
                        .findFirst())
            .map(Feature::id)
            .orElse("");
    return new ComparisonRules(
        claims,
        speakers,
        entry,
        attribution
            .flatMap(RelationType::exempt)
            .map(exempt -> new ComparisonRules.Authorial(exempt.feature(), exempt.label())),
        THRESHOLD);
  }

  private static List<ReportRules.Feature> features(Layer layer, List<NotMeasured> notMeasured) {
    List<ReportRules.Feature> features = new ArrayList<>();
    for (Feature feature : layer.askedFeatures()) {
      if (feature.type().isSingleLabel()) {
        features.add(ReportRules.Feature.choice(feature.id(), ids(feature.labels())));
      } else if (feature.type() == FeatureType.FLAG) {
        features.add(ReportRules.Feature.flag(feature.id()));
      } else if (feature.type() == FeatureType.CHOICES) {
        notMeasured.add(new NotMeasured(feature.title(), NotMeasured.Why.SEVERAL_LABELS));
      }
    }
    return features;
  }

  private static Optional<ReportRules.Judging> judging(
      Codebook codebook, List<NotMeasured> notMeasured) {
    if (codebook.stance().isEmpty()) {
      return Optional.empty();
    }
    Judging stance = codebook.stance().get();
    if (stance.label(NOT_ABOUT).isEmpty() || stance.scale().size() < 2) {
      notMeasured.add(new NotMeasured(stance.title(), NotMeasured.Why.STANCE_WITHOUT_SCALE));
      return Optional.empty();
    }
    return Optional.of(
        new ReportRules.Judging(
            Labels.of(ids(stance.labels())),
            stance.scale(),
            NOT_ABOUT,
            codebook.targets().stream().map(Target::id).toList()));
  }

  private static List<ReportRules.ArticleFeature> articleFeatures(
      Codebook codebook, Optional<ReportRules.Judging> judging, List<NotMeasured> notMeasured) {
    List<ReportRules.ArticleFeature> features = new ArrayList<>();
    for (Feature feature : codebook.articleFeatures()) {
      if (!feature.enabled() || !feature.type().hasLabels()) {
        continue;
      }
      Labels labels = Labels.of(ids(feature.labels()));
      if (!feature.type().isSingleLabel()) {
        notMeasured.add(new NotMeasured(feature.title(), NotMeasured.Why.SEVERAL_LABELS));
      } else if (!feature.perTarget()) {
        features.add(article(feature, labels, ReportRules.ArticleFeature.Kind.CHOICE));
      } else if (judging.isPresent() && judging.get().labels().equals(labels)) {
        features.add(article(feature, labels, ReportRules.ArticleFeature.Kind.STANCE));
      } else {
        notMeasured.add(new NotMeasured(feature.title(), NotMeasured.Why.OTHER_LABELS_PER_TARGET));
      }
    }
    return features;
  }

  private static ReportRules.ArticleFeature article(
      Feature feature, Labels labels, ReportRules.ArticleFeature.Kind kind) {
    return new ReportRules.ArticleFeature(feature.id(), labels, kind);
  }

  private static List<String> ids(List<Label> labels) {
    return labels.stream().map(Label::id).toList();
  }
}

package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.testimony.core.compare.ComparedArticle;

/**
 * How far the annotators of a project agree, in all that it measures, with the passages behind each
 * number.
 *
 * @param provenance what it was made from
 * @param articles number of articles that at least two annotators labelled
 * @param articlesLeftOut number of articles that fewer labelled
 * @param annotators everybody who labelled, in order
 * @param replicates bootstrap replicates of each interval
 * @param seed the seed of the replicates
 * @param layers one section a layer
 * @param attribution who says what, where there is a layer of speakers
 * @param stance one section a target, then all together where there are several
 * @param articleFeatures values of whole articles
 * @param articleStance stance of whole articles, one section a feature and target
 * @param documents one row an article
 */
public record ProjectReport(
    Provenance provenance,
    long articles,
    long articlesLeftOut,
    List<String> annotators,
    int replicates,
    long seed,
    List<LayerSection> layers,
    Optional<AttributionSection> attribution,
    List<StanceSection> stance,
    List<FeatureSection> articleFeatures,
    List<StanceSection> articleStance,
    List<DocumentRow> documents) {

  /** Copies the lists. */
  public ProjectReport {
    annotators = List.copyOf(annotators);
    layers = List.copyOf(layers);
    stance = List.copyOf(stance);
    articleFeatures = List.copyOf(articleFeatures);
    articleStance = List.copyOf(articleStance);
    documents = List.copyOf(documents);
  }

  /**
   * Measures a corpus.
   *
   * @param articles each with its length, everybody who saw it and their sets; first submissions of
   *     one major version of the codebook, before adjudication
   * @param rules what is measured
   * @param resampling how intervals are made
   * @param provenance what the articles were taken from
   */
  public static ProjectReport of(
      List<ComparedArticle> articles,
      ReportRules rules,
      Resampling resampling,
      Provenance provenance) {
    return new ProjectMeasurement(articles, rules, resampling).report(provenance);
  }

  /** All lines in the order of the report. */
  public List<ReportLine> lines() {
    List<ReportLine> lines = new ArrayList<>();
    layers.forEach(layer -> lines.addAll(layer.lines()));
    attribution.ifPresent(section -> lines.addAll(section.lines()));
    stance.forEach(section -> lines.addAll(section.lines()));
    articleFeatures.forEach(section -> lines.add(section.alpha()));
    articleStance.forEach(section -> lines.addAll(section.lines()));
    return lines;
  }

  /** The line with an id. */
  public Optional<ReportLine> line(String id) {
    return lines().stream().filter(line -> line.id().equals(id)).findFirst();
  }
}

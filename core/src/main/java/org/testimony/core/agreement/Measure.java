package org.testimony.core.agreement;

import java.util.Optional;

/** The measures by their public ids, each with the definition that its values follow. */
public enum Measure {
  PERCENT(
      "percent", "mean over items of the share of agreeing pairs; items with at least 2 labels"),
  PERCENT_PAIRABLE(
      "percent-pairable", "1 - observed disagreement of Krippendorff 2011, over pairable values"),
  BENNETT_S("bennett-s", "Bennett, Alpert & Goldstein 1954; chance 1/q, q labels declared"),
  BRENNAN_PREDIGER("brennan-prediger", "Brennan & Prediger 1981, weighted after Gwet 2014"),
  RANDOLPH_KAPPA("randolph-kappa", "Randolph 2005, free-marginal multirater kappa"),
  SCOTT_PI("scott-pi", "Scott 1955, two annotators"),
  COHEN_KAPPA("cohen-kappa", "Cohen 1960, two annotators"),
  WEIGHTED_KAPPA("weighted-kappa", "Cohen 1968, two annotators, agreement weights"),
  MAX_KAPPA("max-kappa", "greatest Cohen kappa that the marginals allow (Cohen 1960)"),
  FLEISS_KAPPA("fleiss-kappa", "Fleiss 1971; the same number of labels on every item"),
  FLEISS_KAPPA_GWET("fleiss-kappa-gwet", "Fleiss kappa with missing labels after Gwet 2014"),
  CONGER_KAPPA("conger-kappa", "Conger 1980, with missing labels after Gwet 2014"),
  HUBERT_KAPPA(
      "hubert-kappa", "Hubert 1977, mean agreement and mean chance of all pairs (Warrens 2012)"),
  LIGHT_KAPPA("light-kappa", "Light 1971, mean of the Cohen kappas of all pairs"),
  KRIPPENDORFF_ALPHA(
      "krippendorff-alpha", "Krippendorff 2011, missing labels allowed", ObservedKind.DISAGREEMENT),
  KRIPPENDORFF_ALPHA_GWET(
      "krippendorff-alpha-gwet", "Krippendorff alpha with agreement weights after Gwet 2014"),
  GWET_AC1("gwet-ac1", "Gwet 2008"),
  GWET_AC2("gwet-ac2", "Gwet 2014, agreement weights"),
  ALPHA_JACCARD(
      "alpha-jaccard",
      "Krippendorff alpha on label sets, Jaccard distance",
      ObservedKind.DISAGREEMENT),
  ALPHA_MASI(
      "alpha-masi",
      "Krippendorff alpha on label sets, MASI of Passonneau 2006 (1 - Jaccard x M)",
      ObservedKind.DISAGREEMENT),
  ALPHA_MATCHED_PAIRS(
      "alpha-matched-pairs",
      "Krippendorff 2011 on the two values of each one-to-one matched pair of marks, all pairs of"
          + " annotators pooled",
      ObservedKind.DISAGREEMENT),
  ALPHA_LOCAL_CHANCE(
      "alpha-local-chance",
      "1 - sum of n_d Do_d / sum of n_d De_d, expected disagreement inside each document",
      ObservedKind.DISAGREEMENT),
  ALPHA_LOCAL_CHANCE_MASI(
      "alpha-local-chance-masi",
      "alpha-local-chance on sets of labels, MASI of Passonneau 2006 (1 - Jaccard x M)",
      ObservedKind.DISAGREEMENT),
  ALPHA_U("alpha-u", "Krippendorff 1995, 2004", ObservedKind.DISAGREEMENT),
  U_ALPHA(
      "u-alpha",
      "Krippendorff, Mathet, Bouvry & Widloecher 2016; Krippendorff 2019",
      ObservedKind.DISAGREEMENT),
  U_ALPHA_BINARY(
      "u-alpha-binary",
      "u-alpha of marked against unmarked, on the union of each annotator's spans",
      ObservedKind.DISAGREEMENT),
  CU_ALPHA(
      "cu-alpha",
      "Krippendorff et al. 2016 on valued units alone; pairable length by overlap with each other"
          + " annotator",
      ObservedKind.DISAGREEMENT),
  KU_ALPHA("ku-alpha", "Krippendorff et al. 2016, one label at a time", ObservedKind.DISAGREEMENT),
  GAMMA("gamma", "Mathet, Widloecher & Metivier 2015", ObservedKind.DISAGREEMENT),
  GAMMA_CAT("gamma-cat", "Mathet 2017", ObservedKind.DISAGREEMENT),
  GAMMA_K("gamma-k", "Mathet 2017, one label at a time", ObservedKind.DISAGREEMENT),
  F1_EXACT("f1-exact", "2 tp / (spans of both), same characters and label; pairs pooled"),
  F1_OVERLAP(
      "f1-overlap",
      "2 tp / (spans of both), one-to-one matching of greatest total intersection over union, at"
          + " least the threshold, same label; pairs pooled"),
  F1_CHARACTER("f1-character", "2 shared characters / characters of both, per label; pairs pooled"),
  TOKEN_ALPHA(
      "token-alpha", "Krippendorff alpha on labels projected to tokens", ObservedKind.DISAGREEMENT),
  BOUNDARY_SIMILARITY("boundary-similarity", "Fournier 2013, B"),
  LINK_F1("link-f1", "2 tp / (links of both) over matched claims; pairs pooled"),
  DAWID_SKENE("dawid-skene", "Dawid & Skene 1979, smoothed maximum a posteriori"),
  MACE("mace", "Hovy, Berg-Kirkpatrick, Vaswani & Hovy 2013, variational");

  private final String id;
  private final String definition;
  private final ObservedKind observedKind;

  Measure(String id, String definition) {
    this(id, definition, ObservedKind.AGREEMENT);
  }

  Measure(String id, String definition, ObservedKind observedKind) {
    this.id = id;
    this.definition = definition;
    this.observedKind = observedKind;
  }

  /** The id in files, on the command line and in reports. */
  public String id() {
    return id;
  }

  /** Which definition of the measure the values follow. */
  public String definition() {
    return definition;
  }

  /** Whether the observed part counts agreement or disagreement. */
  public ObservedKind observedKind() {
    return observedKind;
  }

  /** The measure with a public id, if there is one. */
  public static Optional<Measure> byId(String id) {
    for (Measure measure : values()) {
      if (measure.id.equals(id)) {
        return Optional.of(measure);
      }
    }
    return Optional.empty();
  }
}

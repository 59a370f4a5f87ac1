package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Agreement on who says a claim, over matched claims.
 *
 * @param alpha nominal alpha with chance inside each article; a claim with several speakers counts
 *     as the set of them, the article's own voice as a speaker, an unlinked claim as unset
 * @param linkF1 F1 of single links from claims to speakers, all pairs pooled
 * @param masi the same alpha with the MASI distance between sets of speakers; there where some
 *     claim has several
 * @param conflicts how many matched claims have different speakers
 */
public record AttributionSection(
    ReportLine alpha, ReportLine linkF1, Optional<ReportLine> masi, Conflicts conflicts) {

  /**
   * Matched claims that both annotators linked, to different speakers.
   *
   * @param claims how many
   * @param variants of them those where a mention of one may be another form of the name in a
   *     mention of the other: no disagreement on the person, perhaps, but one that no link to the
   *     directory of speakers tells
   */
  public record Conflicts(long claims, long variants) {}

  /** All lines. */
  public List<ReportLine> lines() {
    List<ReportLine> lines = new ArrayList<>(List.of(alpha, linkF1));
    masi.ifPresent(lines::add);
    return lines;
  }
}

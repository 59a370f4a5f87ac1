package org.testimony.core.agreement;

import java.util.List;

/**
 * Agreement on who says a claim, over matched claims.
 *
 * @param alpha nominal alpha with chance inside each article; a claim with several speakers counts
 *     as the set of them, the article's own voice as a speaker, an unlinked claim as unset
 * @param linkF1 F1 of single links from claims to speakers, all pairs pooled
 */
public record AttributionSection(ReportLine alpha, ReportLine linkF1) {

  /** Both lines. */
  public List<ReportLine> lines() {
    return List.of(alpha, linkF1);
  }
}

package org.testimony.web.agreement;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.testimony.core.agreement.GammaSettings;
import org.testimony.core.agreement.ProjectReport;
import org.testimony.core.agreement.Resampling;
import org.testimony.core.assignment.Purpose;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Settings;
import org.testimony.web.platform.Texts;
import org.testimony.web.platform.UseCase;

/**
 * Measures how far the annotators of a project agree, on the first submission of each assignment.
 * Rounds of different purposes are never mixed: those of production make the report, training and
 * pilot are asked for by name.
 */
@UseCase
public class MeasureAgreement {

  private static final int REPLICATES = 1000;
  private static final long SEED = 42;
  private static final double LEVEL = 0.95;

  /** Beyond, a page would be waited for too long; the command line has no limit. */
  static final int MOST_FOR_GAMMA = 50;

  private final Submissions submissions;
  private final Settings settings;

  @Inject
  MeasureAgreement(Submissions submissions, Settings settings) {
    this.submissions = submissions;
    this.settings = settings;
  }

  /**
   * The report of the rounds of one purpose.
   *
   * @param withGamma whether gamma is measured too
   * @throws Refused.Conflict when the reader has work of their own in the project that is not
   *     submitted
   * @throws Refused.Invalid when gamma of so many articles would take too long for a page
   */
  @Needs(Permission.REPORT_READER)
  public AgreementReport measure(
      Actor actor, ProjectId project, Purpose purpose, boolean withGamma) {
    Evidence evidence = submissions.read(actor, project, purpose);
    int articles = evidence.compared().size();
    if (withGamma && articles > MOST_FOR_GAMMA) {
      String why = Texts.of("agreement.gamma.tooMany", articles, MOST_FOR_GAMMA);
      throw new Refused.Invalid(List.of(new Refused.Fault("gamma", why)));
    }
    ProjectReport report =
        evidence.report(
            new Resampling(REPLICATES, SEED, LEVEL),
            withGamma ? Optional.of(GammaSettings.defaults(SEED)) : Optional.empty(),
            "Testimony " + settings.version());
    return AgreementReport.of(evidence, report);
  }
}

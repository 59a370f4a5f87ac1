package org.testimony.web.agreement;

import jakarta.inject.Inject;
import org.testimony.core.agreement.ProjectReport;
import org.testimony.core.agreement.Resampling;
import org.testimony.core.assignment.Purpose;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Settings;
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
   * @throws Refused.Conflict when the reader has work of their own in the project that is not
   *     submitted
   */
  @Needs(Permission.REPORT_READER)
  public AgreementReport measure(Actor actor, ProjectId project, Purpose purpose) {
    Evidence evidence = submissions.read(actor, project, purpose);
    ProjectReport report =
        evidence.report(new Resampling(REPLICATES, SEED, LEVEL), "Testimony " + settings.version());
    return AgreementReport.of(evidence, report);
  }
}

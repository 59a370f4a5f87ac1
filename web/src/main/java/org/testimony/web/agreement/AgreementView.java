package org.testimony.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.assignment.Purpose;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** The agreement report of a project. */
@Named
@RequestScoped
public class AgreementView {

  private static final int CONFLICT = 409;

  private final MeasureAgreement measureAgreement;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private @Nullable String purpose;
  private @Nullable String gamma;
  private Optional<ReportPage> page = Optional.empty();
  private String refusal = "";

  @Inject
  AgreementView(MeasureAgreement measureAgreement, ProjectLookup projects, Pages pages) {
    this.measureAgreement = measureAgreement;
    this.projects = projects;
    this.pages = pages;
  }

  /** Measures; who still labels in the project is told so instead. */
  public void load() {
    page = pages.load(this::measured, Optional.empty());
  }

  private Optional<ReportPage> measured() {
    try {
      return Optional.of(
          new ReportPage(
              measureAgreement.measure(
                  pages.actor(),
                  projects.of(project),
                  PassageAddress.purpose(Optional.ofNullable(purpose)),
                  PassageAddress.flag("gamma", Optional.ofNullable(gamma)))));
    } catch (Refused.Conflict conflict) {
      refusal = conflict.message();
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(CONFLICT);
      return Optional.empty();
    }
  }

  /** Why there is no report; empty where there is one. */
  public String getRefusal() {
    return refusal;
  }

  /** The report; there is none where it is refused. */
  public @Nullable ReportPage getPage() {
    return page.orElse(null);
  }

  /** Whether there is a report with numbers in it. */
  public boolean isMeasured() {
    return page.filter(ReportPage::isMeasured).isPresent();
  }

  /** Whether there is a report, but nothing to measure yet. */
  public boolean isUnmeasured() {
    return page.isPresent() && !isMeasured();
  }

  /** Whether passages may be read, since a round is locked. */
  public boolean isReadable() {
    return page.filter(p -> !p.report().readable().isEmpty()).isPresent();
  }

  /** Name of the project; empty where the report is refused. */
  public String getProjectName() {
    return page.map(p -> p.report().project().name()).orElse("");
  }

  /** The purpose shown. */
  public String getShown() {
    return page.map(p -> p.report().purpose()).orElse(Purpose.PRODUCTION).name();
  }

  /** Purposes of which there are sets, where there are several. */
  public List<String> getPurposes() {
    List<String> names = new ArrayList<>();
    page.map(p -> p.report().purposes())
        .filter(purposes -> purposes.size() > 1)
        .ifPresent(purposes -> purposes.forEach(each -> names.add(each.name())));
    return names;
  }

  /** SHA-256 of what was measured. */
  public String getData() {
    return page.map(p -> p.report().measured().provenance().data()).orElse("");
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public @Nullable String getPurpose() {
    return purpose;
  }

  public void setPurpose(@Nullable String purpose) {
    this.purpose = purpose;
  }

  public @Nullable String getGamma() {
    return gamma;
  }

  public void setGamma(@Nullable String gamma) {
    this.gamma = gamma;
  }

  /** Whether the report can be had with gamma, and is not. */
  public boolean isGammaOffered() {
    return !"true".equals(gamma) && page.filter(ReportPage::isGammaPossible).isPresent();
  }
}

package org.testimony.web.agreement;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** The passages behind a number of the report, as a plain list. */
@Named
@RequestScoped
public class AgreementPassagesView {

  private static final int CONFLICT = 409;

  private final ReadPassages readPassages;
  private final ProjectLookup projects;
  private final Pages pages;

  private String project = "";
  private @Nullable String purpose;
  private @Nullable String measure;
  private @Nullable String left;
  private @Nullable String right;
  private @Nullable String label;
  private @Nullable String other;
  private @Nullable String article;
  private @Nullable String show;
  private @Nullable String from;
  private Optional<PassagePage> page = Optional.empty();
  private String refusal = "";

  @Inject
  AgreementPassagesView(ReadPassages readPassages, ProjectLookup projects, Pages pages) {
    this.readPassages = readPassages;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads the passages; before the round is locked the page says so instead. */
  public void load() {
    page = pages.load(this::read, Optional.empty());
  }

  private Optional<PassagePage> read() {
    try {
      return Optional.of(
          new PassagePage(readPassages.read(pages.actor(), projects.of(project), query())));
    } catch (Refused.Conflict conflict) {
      refusal = conflict.message();
      FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(CONFLICT);
      return Optional.empty();
    }
  }

  private PassageQuery query() {
    return new PassageQuery(
        PassageAddress.purpose(Optional.ofNullable(purpose)),
        PassageAddress.line(Optional.ofNullable(measure)),
        both(left, right),
        PassageAddress.labels(both(label, other)),
        Optional.ofNullable(article),
        PassageAddress.show(Optional.ofNullable(show)),
        PassageAddress.from(Optional.ofNullable(from)));
  }

  private static List<String> both(@Nullable String one, @Nullable String two) {
    return PassageAddress.present(List.of(one == null ? "" : one, two == null ? "" : two));
  }

  /** Why there are no passages; empty where there are. */
  public String getRefusal() {
    return refusal;
  }

  /** The passages; there are none where they are refused. */
  public @Nullable PassagePage getPage() {
    return page.orElse(null);
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

  public @Nullable String getMeasure() {
    return measure;
  }

  public void setMeasure(@Nullable String measure) {
    this.measure = measure;
  }

  public @Nullable String getLeft() {
    return left;
  }

  public void setLeft(@Nullable String left) {
    this.left = left;
  }

  public @Nullable String getRight() {
    return right;
  }

  public void setRight(@Nullable String right) {
    this.right = right;
  }

  public @Nullable String getLabel() {
    return label;
  }

  public void setLabel(@Nullable String label) {
    this.label = label;
  }

  public @Nullable String getOther() {
    return other;
  }

  public void setOther(@Nullable String other) {
    this.other = other;
  }

  public @Nullable String getArticle() {
    return article;
  }

  public void setArticle(@Nullable String article) {
    this.article = article;
  }

  public @Nullable String getShow() {
    return show;
  }

  public void setShow(@Nullable String show) {
    this.show = show;
  }

  public @Nullable String getFrom() {
    return from;
  }

  public void setFrom(@Nullable String from) {
    this.from = from;
  }
}

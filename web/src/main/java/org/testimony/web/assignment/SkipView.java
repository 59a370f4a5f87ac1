package org.testimony.web.assignment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.testimony.web.platform.AssignmentAddress;
import org.testimony.web.platform.Pages;

/** The dialog by which an owner skips an assignment. */
@Named
@ViewScoped
public class SkipView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final SkipAssignment skipAssignment;
  private final Pages pages;

  private String assignment = "";
  private String title = "";
  private String person = "";
  private String reason = "";

  @Inject
  SkipView(SkipAssignment skipAssignment, Pages pages) {
    this.skipAssignment = skipAssignment;
    this.pages = pages;
  }

  /** Chooses the assignment. */
  public void choose(RoundTable.Line line) {
    assignment = line.getId();
    title = line.getTitle();
    person = line.getPerson();
    reason = "";
  }

  /** Skips the chosen assignment; says whether that happened. */
  public boolean skip() {
    boolean skipped =
        pages.act(
            () -> skipAssignment.skip(pages.actor(), AssignmentAddress.id(assignment), reason));
    if (skipped) {
      pages.done("assignment.skipped", title, person);
    }
    return skipped;
  }

  /** Title of the chosen article. */
  public String getTitle() {
    return title;
  }

  /** Name of the annotator. */
  public String getPerson() {
    return person;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason == null ? "" : reason;
  }
}

package org.testimony.web.annotation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.testimony.web.platform.AssignmentAddress;
import org.testimony.web.platform.Pages;

/** The dialog by which an owner gives a set back. */
@Named
@ViewScoped
public class ReturnSetView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ReturnSet returnSet;
  private final Pages pages;

  private String assignment = "";
  private String title = "";
  private String note = "";

  @Inject
  ReturnSetView(ReturnSet returnSet, Pages pages) {
    this.returnSet = returnSet;
    this.pages = pages;
  }

  /** Chooses the set. */
  public void choose(String chosen, String chosenTitle) {
    assignment = chosen;
    title = chosenTitle;
    note = "";
  }

  /** Gives the chosen set back; says whether that happened. */
  public boolean giveBack() {
    boolean given =
        pages.act(() -> returnSet.giveBack(pages.actor(), AssignmentAddress.id(assignment), note));
    if (given) {
      pages.done("assignment.returned");
    }
    return given;
  }

  /** Title of the chosen article. */
  public String getTitle() {
    return title;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note == null ? "" : note;
  }
}

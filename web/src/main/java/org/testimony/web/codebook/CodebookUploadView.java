package org.testimony.web.codebook;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.CodebookDiff;
import org.testimony.core.codebook.CodebookWriter;
import org.testimony.web.platform.CodebookDocument;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;

/** The page that takes a new version of the codebook: first what would change, then storing it. */
@Named
@ViewScoped
public class CodebookUploadView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ReadCodebook readCodebook;
  private final ChangeCodebook changeCodebook;
  private final ProjectLookup projects;
  private final Pages pages;
  private String project = "";
  private String projectName = "";
  private transient @Nullable Part file;
  private transient List<Refused.Fault> faults = List.of();
  private String document = "";
  private String inForce = "";
  private String next = "";
  private boolean major;
  private List<ChangeRow> changes = List.of();

  @Inject
  CodebookUploadView(
      ReadCodebook readCodebook,
      ChangeCodebook changeCodebook,
      ProjectLookup projects,
      Pages pages) {
    this.readCodebook = readCodebook;
    this.changeCodebook = changeCodebook;
    this.projects = projects;
    this.pages = pages;
  }

  /** Reads the version in force; only owners get the page. */
  public void load() {
    pages
        .load(
            () -> Optional.of(readCodebook.toChange(pages.actor(), projects.of(project))),
            Optional.<ReadCodebook.Shown>empty())
        .ifPresent(
            shown -> {
              projectName = shown.project().name();
              inForce = shown.version().codebook().version().toString();
            });
  }

  /** Reads the file and shows what storing it would change. */
  public void look() {
    document = "";
    faults = List.of();
    changes = List.of();
    pages.act(
        () -> {
          Codebook codebook = uploaded();
          ChangeCodebook.Proposal proposal =
              changeCodebook.propose(pages.actor(), projects.of(project), codebook);
          if (proposal.changes().isEmpty()) {
            throw new Refused.Conflict("codebook.same", inForce);
          }
          inForce = proposal.inForce().codebook().version().toString();
          next = proposal.next().version().toString();
          major = CodebookDiff.isMajor(proposal.changes());
          changes = ChangeRow.of(proposal.changes());
          document = CodebookWriter.write(codebook);
        });
  }

  private Codebook uploaded() {
    if (file == null || file.getSize() == 0) {
      throw new Refused.Invalid("codebook.noFile");
    }
    try (InputStream in = file.getInputStream()) {
      return CodebookDocument.of(in.readNBytes(CodebookDocument.LARGEST + 1));
    } catch (IOException e) {
      throw new UncheckedIOException("the uploaded file cannot be read", e);
    } catch (Refused.Invalid refused) {
      faults = refused.faults();
      throw faults.isEmpty() ? refused : new Refused.Invalid("codebook.refused", faults.size());
    }
  }

  /** Stores what was shown. */
  public String store() {
    boolean stored =
        pages.act(
            () ->
                changeCodebook.store(
                    pages.actor(),
                    projects.of(project),
                    CodebookDocument.of(document),
                    Optional.of(inForce)));
    if (!stored) {
      return "";
    }
    pages.doneBeforeRedirect("codebook.stored", next);
    return "/codebook?faces-redirect=true&project=" + project;
  }

  /** Whether there is something to store. */
  public boolean isLooked() {
    return !document.isEmpty();
  }

  public List<Refused.Fault> getFaults() {
    return faults == null ? List.of() : faults;
  }

  public List<ChangeRow> getChanges() {
    return changes;
  }

  public boolean isMajor() {
    return major;
  }

  /** The number in force. */
  public String getInForce() {
    return inForce;
  }

  /** The number that the new version would get. */
  public String getNext() {
    return next;
  }

  public String getProjectName() {
    return projectName;
  }

  public String getProject() {
    return project;
  }

  public void setProject(@Nullable String project) {
    this.project = project == null ? "" : project;
  }

  public @Nullable Part getFile() {
    return null;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }
}

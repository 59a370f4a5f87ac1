package org.testimony.web.project;

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
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.web.platform.CodebookDocument;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.Refused;

/** The page that makes a project. */
@Named
@ViewScoped
public class NewProjectView implements Serializable {

  private static final long serialVersionUID = 1L;

  private final CreateProject createProject;
  private final Pages pages;
  private String name = "";
  private String key = "";
  private String suggested = "";
  private boolean ownCodebook;
  private transient @Nullable Part file;
  private transient List<Refused.Fault> faults = List.of();

  @Inject
  NewProjectView(CreateProject createProject, Pages pages) {
    this.createProject = createProject;
    this.pages = pages;
  }

  /** Makes the key from the name, as long as the person has not written one. */
  public void suggest() {
    if (key.isBlank() || key.equals(suggested)) {
      suggested = name.isBlank() ? "" : createProject.suggestKey(pages.actor(), name);
      key = suggested;
    }
  }

  /** Makes the project and goes there. */
  public String create() {
    faults = List.of();
    String[] made = {""};
    boolean done =
        pages.act(
            () ->
                made[0] = createProject.create(pages.actor(), name, chosenKey(), codebook()).key());
    return done ? "/project?faces-redirect=true&project=" + made[0] : "";
  }

  private Optional<String> chosenKey() {
    return Optional.of(key.strip()).filter(k -> !k.isEmpty() && !k.equals(suggested));
  }

  private Codebook codebook() {
    if (!ownCodebook) {
      return DefaultCodebook.newsClaims();
    }
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

  /** What is wrong with the uploaded codebook. */
  public List<Refused.Fault> getFaults() {
    return faults;
  }

  /** The default codebook, to say what it is. */
  public Codebook getDefaultCodebook() {
    return DefaultCodebook.newsClaims();
  }

  public String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name == null ? "" : name;
  }

  public String getKey() {
    return key;
  }

  public void setKey(@Nullable String key) {
    this.key = key == null ? "" : key;
  }

  public boolean isOwnCodebook() {
    return ownCodebook;
  }

  public void setOwnCodebook(boolean ownCodebook) {
    this.ownCodebook = ownCodebook;
  }

  public @Nullable Part getFile() {
    return null;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }
}

package org.testimony.web.release;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.web.platform.Pages;
import org.testimony.web.platform.Refused;

/** Makes a new project of an uploaded export. */
@Named
@RequestScoped
public class ImportReleaseView {

  private final ImportRelease importRelease;
  private final Pages pages;

  private @Nullable Part file;
  private @Nullable String name;
  private @Nullable String key;

  @Inject
  ImportReleaseView(ImportRelease importRelease, Pages pages) {
    this.importRelease = importRelease;
    this.pages = pages;
  }

  /** Lets only those see the page who may import. */
  public void load() {
    pages.load(
        () -> {
          importRelease.allow(pages.actor());
          return true;
        },
        false);
  }

  /** Makes the project and goes to it. */
  public @Nullable String make() {
    String[] made = {""};
    if (!pages.act(() -> made[0] = read())) {
      return null;
    }
    return "/project?faces-redirect=true&project=" + made[0];
  }

  private String read() {
    Part upload = file;
    if (upload == null || upload.getSize() == 0) {
      throw new Refused.Invalid("release.noFile");
    }
    try (InputStream in = upload.getInputStream();
        ReceivedZip zip = ReceivedZip.of(in, ImportRelease.MOST_BYTES)) {
      ImportRelease.Made made =
          importRelease.make(
              pages.actor(), zip.path(), Optional.ofNullable(key), Optional.ofNullable(name));
      pages.doneBeforeRedirect("release.made", made.articles(), made.people(), made.assignments());
      return made.project().key();
    } catch (ReceivedZip.TooLarge e) {
      throw new Refused.Invalid("release.tooLarge", ImportRelease.MOST_BYTES >> 20);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public @Nullable Part getFile() {
    return file;
  }

  public void setFile(@Nullable Part file) {
    this.file = file;
  }

  public @Nullable String getName() {
    return name;
  }

  public void setName(@Nullable String name) {
    this.name = name;
  }

  public @Nullable String getKey() {
    return key;
  }

  public void setKey(@Nullable String key) {
    this.key = key;
  }
}

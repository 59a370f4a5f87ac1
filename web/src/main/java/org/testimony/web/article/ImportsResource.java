package org.testimony.web.article;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.testimony.core.article.FileNames;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.TemporaryFile;
import org.testimony.web.platform.Texts;
import org.testimony.web.platform.UploadDoor;

/**
 * Imports texts. The answer tells of each file what became of it; files that are refused do not
 * make the request fail.
 *
 * <p>The query may tell what is known: {@code outlet} and {@code published} of all articles of the
 * upload; {@code title} and {@code url} only where it is one text.
 */
@Path("projects/{project}/imports")
@UploadDoor.Guarded
@RequestScoped
public class ImportsResource {

  private final ImportBatch importBatch;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  ImportsResource(ImportBatch importBatch, ProjectLookup projects, CurrentActor current) {
    this.importBatch = importBatch;
    this.projects = projects;
    this.current = current;
  }

  /**
   * One text in UTF-8.
   *
   * @param fileName percent-encoded UTF-8; {@code text.txt} where absent
   */
  @POST
  @Consumes("text/plain")
  public Response text(
      @PathParam("project") String project,
      @HeaderParam("X-File-Name") @Nullable String fileName,
      @HeaderParam("Content-Type") MediaType type,
      @Context UriInfo uri,
      InputStream body)
      throws IOException {
    Optional<String> charset = Optional.ofNullable(type.getParameters().get("charset"));
    String name = FileNames.last(fileName(fileName, "text.txt"));
    List<FileReport> reports = new ArrayList<>();
    read(project, name, ImportBatch.Form.TEXT, charset, known(uri, true), body, reports);
    return Json.ok(ArticleJson.of(reports));
  }

  /**
   * A zip archive of texts.
   *
   * @param fileName percent-encoded UTF-8; {@code texts.zip} where absent
   */
  @POST
  @Consumes("application/zip")
  public Response archive(
      @PathParam("project") String project,
      @HeaderParam("X-File-Name") @Nullable String fileName,
      @Context UriInfo uri,
      InputStream body)
      throws IOException {
    String name = FileNames.last(fileName(fileName, "texts.zip"));
    List<FileReport> reports = new ArrayList<>();
    read(
        project,
        name,
        ImportBatch.Form.ARCHIVE,
        Optional.empty(),
        known(uri, false),
        body,
        reports);
    return Json.ok(ArticleJson.of(reports));
  }

  /** Any number of texts and archives, each a part with a file name. */
  @POST
  @Consumes("multipart/form-data")
  public Response files(
      @PathParam("project") String project, @Context UriInfo uri, List<EntityPart> parts)
      throws IOException {
    List<EntityPart> files = parts.stream().filter(p -> p.getFileName().isPresent()).toList();
    boolean one =
        files.size() == 1 && FileNames.endsWith(files.get(0).getFileName().orElse(""), ".txt");
    DetailsForm known = known(uri, one);
    List<FileReport> reports = new ArrayList<>();
    for (EntityPart part : files) {
      String name = FileNames.last(utf8(part.getFileName().orElse("")));
      try (InputStream content = part.getContent()) {
        read(project, name, ImportBatch.Form.AS_NAMED, Optional.empty(), known, content, reports);
      }
    }
    return Json.ok(ArticleJson.of(reports));
  }

  private void read(
      String project,
      String name,
      ImportBatch.Form form,
      Optional<String> charset,
      DetailsForm known,
      InputStream content,
      List<FileReport> reports)
      throws IOException {
    try (TemporaryFile file = TemporaryFile.of(content)) {
      ImportBatch.Upload upload = new ImportBatch.Upload(name, file.path(), form, charset);
      importBatch.run(current.actor(), projects.of(project), upload, known, reports::add);
    }
  }

  /** What the query tells, checked before anything is stored. */
  private static DetailsForm known(UriInfo uri, boolean oneText) {
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    if (!oneText) {
      List<Refused.Fault> faults = new ArrayList<>();
      for (String field : List.of("title", "url")) {
        if (query.containsKey(field)) {
          faults.add(new Refused.Fault("/" + field, Texts.of("import.onlyOne")));
        }
      }
      if (!faults.isEmpty()) {
        throw new Refused.Invalid(faults);
      }
    }
    DetailsForm known =
        DetailsForm.of(
            query.getFirst("title"),
            query.getFirst("outlet"),
            query.getFirst("url"),
            query.getFirst("published"));
    known.titledAtLeast("–").details();
    return known;
  }

  private static String fileName(@Nullable String header, String otherwise) {
    if (header == null || header.isBlank()) {
      return otherwise;
    }
    return PercentEncoding.decode(header.strip())
        .orElseThrow(
            () ->
                new Refused.Invalid(
                    List.of(new Refused.Fault("X-File-Name", Texts.of("import.fileName")))));
  }

  /** Header fields are read as Latin-1, while browsers and curl send names in UTF-8. */
  private static String utf8(String name) {
    boolean latin1 = name.chars().allMatch(c -> c <= 0xFF);
    return latin1
        ? FileNames.ofUtf8(name.getBytes(StandardCharsets.ISO_8859_1)).orElse(name)
        : name;
  }
}

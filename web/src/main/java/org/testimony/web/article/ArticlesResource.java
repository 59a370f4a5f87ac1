package org.testimony.web.article;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.testimony.core.article.ArticleId;
import org.testimony.core.text.JsonObject;
import org.testimony.core.text.StrictJson;
import org.testimony.db.article.Article;
import org.testimony.db.article.ArticleSearch;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.CurrentActor;
import org.testimony.web.platform.Json;
import org.testimony.web.platform.ProjectLookup;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Texts;

/** Articles of a project: list, one, its text, corrections of what is known about it. */
@Path("projects/{project}/articles")
@RequestScoped
public class ArticlesResource {

  private static final int MOST = 200;
  private static final int BODY = 64 << 10;

  private final ReadArticles readArticles;
  private final EditArticle editArticle;
  private final ProjectLookup projects;
  private final CurrentActor current;

  @Inject
  ArticlesResource(
      ReadArticles readArticles,
      EditArticle editArticle,
      ProjectLookup projects,
      CurrentActor current) {
    this.readArticles = readArticles;
    this.editArticle = editArticle;
    this.projects = projects;
    this.current = current;
  }

  /**
   * A page in the order of import, with the id to continue after where there may be more.
   *
   * @param after the last id of the page before
   * @param limit 1 to 200, 50 where absent
   * @param words that title or outlet contain
   */
  @GET
  public Response list(
      @PathParam("project") String project,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("q") @Nullable String words) {
    int most = limit == null ? 50 : limit(limit);
    Optional<ArticleId> last = Optional.ofNullable(after).map(ArticlesResource::after);
    ArticleSearch search =
        new ArticleSearch(words == null ? "" : words, ArticleSearch.Order.OLDEST);
    List<Article> page =
        readArticles.page(current.actor(), projects.of(project), search, last, most);
    ObjectNode json = StrictJson.object();
    ArrayNode articles = json.putArray("articles");
    page.forEach(article -> articles.add(ArticleJson.of(article)));
    if (page.size() == most) {
      json.put("next", page.get(most - 1).id().toString());
    }
    return Json.ok(json);
  }

  private static int limit(String limit) {
    if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
      throw invalid("limit", "article.limit", MOST);
    }
    return Integer.parseInt(limit);
  }

  private static ArticleId after(String after) {
    try {
      return new ArticleId(UUID.fromString(after));
    } catch (IllegalArgumentException e) {
      throw invalid("after", "article.after");
    }
  }

  private static Refused.Invalid invalid(String parameter, String key, Object... arguments) {
    return new Refused.Invalid(List.of(new Refused.Fault(parameter, Texts.of(key, arguments))));
  }

  /** One article; its version is the {@code ETag}. */
  @GET
  @Path("{article}")
  public Response one(@PathParam("project") String project, @PathParam("article") UUID article) {
    return tagged(readArticles.find(current.actor(), projects.of(project), new ArticleId(article)));
  }

  /** The exact characters in UTF-8, to which all offsets refer; no byte order mark. */
  @GET
  @Path("{article}/text")
  public Response text(@PathParam("project") String project, @PathParam("article") UUID article) {
    ReadArticles.Opened opened =
        readArticles.open(current.actor(), projects.of(project), new ArticleId(article));
    byte[] bytes = opened.text().characters().getBytes(StandardCharsets.UTF_8);
    return Response.ok(bytes, "text/plain;charset=UTF-8")
        .tag(new EntityTag(opened.article().sha256()))
        .build();
  }

  /**
   * Changes the properties that are there; {@code null} makes one unknown.
   *
   * @param ifMatch the version that the change is based on
   */
  @PATCH
  @Path("{article}")
  @Consumes({"application/json", "application/merge-patch+json"})
  public Response edit(
      @PathParam("project") String project,
      @PathParam("article") UUID article,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      InputStream body)
      throws IOException {
    if (ifMatch == null) {
      throw new WebApplicationException(428);
    }
    ProjectId projectId = projects.of(project);
    ArticleId id = new ArticleId(article);
    Article before = readArticles.find(current.actor(), projectId, id);
    JsonObject change = Json.read(body, BODY).only("title", "outlet", "url", "published");
    DetailsForm old = DetailsForm.of(before.details());
    DetailsForm form =
        new DetailsForm(
            changed(change, "title", old.title()),
            changed(change, "outlet", old.outlet()),
            changed(change, "url", old.url()),
            changed(change, "published", old.published()));
    int version = version(ifMatch).orElseThrow(() -> stale(before));
    return tagged(editArticle.edit(current.actor(), projectId, id, form.details(), version));
  }

  private static Refused.Stale stale(Article article) {
    return new Refused.Stale(Integer.toString(article.version()), "article.stale");
  }

  private static String changed(JsonObject change, String name, String old) {
    if (!change.node().has(name)) {
      return old;
    }
    return change.node().get(name).isNull() ? "" : change.text(name);
  }

  private static Optional<Integer> version(String ifMatch) {
    String tag = ifMatch.strip();
    return tag.matches("\"[0-9]{1,9}\"")
        ? Optional.of(Integer.valueOf(tag.substring(1, tag.length() - 1)))
        : Optional.empty();
  }

  private static Response tagged(Article article) {
    return Response.fromResponse(Json.ok(ArticleJson.of(article)))
        .tag(new EntityTag(Integer.toString(article.version())))
        .build();
  }
}

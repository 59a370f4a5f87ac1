package org.testimony.web.article;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.core.article.TitleGuess;
import org.testimony.core.text.Decoding;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextSource;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.ProjectId;
import org.testimony.db.project.Projects;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Settings;
import org.testimony.web.platform.UseCase;

/**
 * Stores one text as an article of a project, unless it is there already. Imports into one project
 * wait for each other, so that the same text coming twice at once is stored once.
 */
@UseCase
public class ImportArticle {

  private static final String IMPORTER = "text";

  private final Projects projects;
  private final Articles articles;
  private final AuditTrail audit;
  private final Settings settings;
  private final Clock clock;

  @Inject
  ImportArticle(
      Projects projects, Articles articles, AuditTrail audit, Settings settings, Clock clock) {
    this.projects = projects;
    this.articles = articles;
    this.audit = audit;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Stores the text in these bytes.
   *
   * @throws org.testimony.web.platform.Refused.Invalid when what is known about the article does
   *     not hold
   */
  @Needs(Permission.OWNER)
  public FileReport importText(Actor actor, ProjectId project, IncomingFile file, byte[] bytes) {
    Decoding decoding = Decoding.utf8(bytes);
    if (decoding instanceof Decoding.Refused refused) {
      return FileReport.refused(file, refused, bytes);
    }
    Decoding.Decoded decoded = (Decoding.Decoded) decoding;
    String guess = TitleGuess.of(decoded.text(), file.name());
    ArticleDetails details = file.known().titledAtLeast(guess).details();
    projects.serialise(project);
    Optional<Article> there =
        articles.withText(project, decoded.text().sha256()).stream()
            .filter(article -> details.isThereAs(article.details()))
            .findFirst();
    String archive = file.archive().orElse("");
    if (there.isPresent()) {
      Article article = there.get();
      return new FileReport.Present(
          file.name(), archive, article.id().value(), article.details().title());
    }
    ArticleId id = store(actor, project, file, details, decoded);
    return new FileReport.Stored(file.name(), archive, id.value(), details.title());
  }

  private ArticleId store(
      Actor actor,
      ProjectId project,
      IncomingFile file,
      ArticleDetails details,
      Decoding.Decoded decoded) {
    Instant now = clock.instant();
    TextSource source =
        new TextSource(
            file.origin(),
            decoded.sourceSha256().hex(),
            file.declaredEncoding(),
            decoded.encoding(),
            decoded.byteOrderMark(),
            IMPORTER,
            settings.version(),
            "");
    ArticleId id = articles.add(project, details, decoded.text(), source, now);
    String what = "%s, SHA-256 %s".formatted(file.origin(), decoded.text().sha256());
    audit.append(
        project, actor.account(), AuditTrail.Act.of("article.import", id.toString(), what), now);
    return id;
  }
}

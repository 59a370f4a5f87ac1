package org.testimony.web.article;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.article.ArticleId;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.audit.AuditTrail;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.UseCase;

/** Corrects what is known about an article. Its text stays as it is. */
@UseCase
public class EditArticle {

  private final Articles articles;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  EditArticle(Articles articles, AuditTrail audit, Clock clock) {
    this.articles = articles;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes the details over those of a version.
   *
   * @param version that the actor has seen
   * @throws Refused.Stale with the current version when it is another one; nothing is overwritten
   */
  @Needs(Permission.OWNER)
  public Article edit(
      Actor actor, ProjectId project, ArticleId id, ArticleDetails details, int version) {
    Article before = require(project, id);
    if (!articles.change(project, id, details, version)) {
      throw new Refused.Stale(Integer.toString(require(project, id).version()), "article.stale");
    }
    Article after = require(project, id);
    if (after.version() != before.version()) {
      record(actor, project, before, after);
    }
    return after;
  }

  private void record(Actor actor, ProjectId project, Article before, Article after) {
    AuditTrail.Act act =
        new AuditTrail.Act(
            "article.edit",
            before.id().toString(),
            Optional.of(DetailsForm.of(before.details()).toString()),
            Optional.of(DetailsForm.of(after.details()).toString()));
    audit.append(project, actor.account(), act, clock.instant());
  }

  private Article require(ProjectId project, ArticleId id) {
    return articles.find(project, id).orElseThrow(() -> new Refused.NotFound("article.unknown"));
  }
}

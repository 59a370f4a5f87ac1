package org.testimony.web.claims;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextId;
import org.testimony.db.claims.FixedClaims;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.UseCase;

/** Lists the articles of a project that have fixed claims. */
@UseCase
public class ListClaims {

  private final Articles articles;
  private final FixedClaims claims;

  @Inject
  ListClaims(Articles articles, FixedClaims claims) {
    this.articles = articles;
    this.claims = claims;
  }

  /** The articles with fixed claims of their newest text, in the order of their import. */
  @Needs(Permission.OWNER)
  public List<ArticleClaims> of(Actor actor, ProjectId project) {
    Map<TextId, FixedClaims.Summary> lists = claims.summaries(project);
    return articles.all(project).stream()
        .filter(article -> lists.containsKey(article.text()))
        .map(
            article -> {
              FixedClaims.Summary list = Objects.requireNonNull(lists.get(article.text()));
              return new ArticleClaims(
                  article.id(),
                  article.details().title(),
                  list.version(),
                  list.claims(),
                  list.created());
            })
        .toList();
  }
}

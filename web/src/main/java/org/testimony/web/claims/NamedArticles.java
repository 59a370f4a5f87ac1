package org.testimony.web.claims;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testimony.db.article.Article;

/** Articles by what a file may call them: their id, the SHA-256 of their text, their title. */
final class NamedArticles {

  private final Map<String, Article> byName = new HashMap<>();
  private final Set<String> severalTimes = new HashSet<>();

  NamedArticles(List<Article> articles) {
    for (Article article : articles) {
      put(article.id().toString(), article);
      put(article.sha256(), article);
      put(article.details().title(), article);
    }
  }

  private void put(String name, Article article) {
    Article before = byName.put(name, article);
    if (before != null && !before.id().equals(article.id())) {
      severalTimes.add(name);
    }
  }

  /** The article of this name; empty where there is none, or more than one. */
  Optional<Article> find(String name) {
    return isAmbiguous(name) ? Optional.empty() : Optional.ofNullable(byName.get(name));
  }

  /** Whether several articles have this title. */
  boolean isAmbiguous(String name) {
    return severalTimes.contains(name);
  }
}

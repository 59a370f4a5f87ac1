package org.testimony.web.article;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.testimony.core.text.StrictJson;
import org.testimony.db.article.Article;

/** Articles and reports of imports as JSON. What is unknown is absent. */
final class ArticleJson {

  private ArticleJson() {}

  static ObjectNode of(Article article) {
    ObjectNode json = StrictJson.object();
    json.put("id", article.id().toString());
    json.put("title", article.details().title());
    article.details().outlet().ifPresent(outlet -> json.put("outlet", outlet));
    article.details().url().ifPresent(url -> json.put("url", url));
    article.details().published().ifPresent(day -> json.put("published", day.toString()));
    json.put("length", article.length());
    json.put("sha256", article.sha256());
    json.put("imported", article.created().toString());
    json.put("version", article.version());
    return json;
  }

  static ObjectNode of(List<FileReport> reports) {
    ObjectNode json = StrictJson.object();
    ArrayNode stored = json.putArray("stored");
    ArrayNode present = json.putArray("present");
    ArrayNode refused = json.putArray("refused");
    for (FileReport report : reports) {
      if (report instanceof FileReport.Stored s) {
        file(stored, s).put("article", s.article().toString()).put("title", s.title());
      } else if (report instanceof FileReport.Present p) {
        file(present, p).put("article", p.article().toString()).put("title", p.title());
      } else if (report instanceof FileReport.Refused r) {
        ObjectNode node = file(refused, r).put("reason", r.reason());
        r.atByte().ifPresent(at -> node.put("byte", at));
        node.put("detail", r.detail());
      }
    }
    return json;
  }

  private static ObjectNode file(ArrayNode list, FileReport report) {
    ObjectNode node = list.addObject().put("file", report.file());
    if (!report.archive().isEmpty()) {
      node.put("archive", report.archive());
    }
    return node;
  }
}

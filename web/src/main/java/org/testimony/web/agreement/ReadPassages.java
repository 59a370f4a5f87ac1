package org.testimony.web.agreement;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.testimony.core.agreement.Measure;
import org.testimony.core.agreement.Passage;
import org.testimony.core.agreement.ReportLine;
import org.testimony.core.agreement.Resampling;
import org.testimony.core.article.ArticleId;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.Link;
import org.testimony.core.text.ArticleText;
import org.testimony.db.article.Article;
import org.testimony.db.article.Articles;
import org.testimony.db.article.TextId;
import org.testimony.db.project.ProjectId;
import org.testimony.web.platform.Actor;
import org.testimony.web.platform.Needs;
import org.testimony.web.platform.Permission;
import org.testimony.web.platform.Refused;
import org.testimony.web.platform.Settings;
import org.testimony.web.platform.UseCase;

/** Reads the passages behind a number of the report, each with every person's version. */
@UseCase
public class ReadPassages {

  private static final String ATTRIBUTION = "attribution/";

  private final Submissions submissions;
  private final Articles articles;
  private final Settings settings;

  @Inject
  ReadPassages(Submissions submissions, Articles articles, Settings settings) {
    this.submissions = submissions;
    this.articles = articles;
    this.settings = settings;
  }

  /**
   * The passages that a query asks for, as far as their rounds are locked.
   *
   * @throws Refused.Conflict when no round is locked, or when the reader has work of their own in
   *     the project that is not submitted
   */
  @Needs(Permission.REPORT_READER)
  public Passages read(Actor actor, ProjectId project, PassageQuery query) {
    Evidence evidence = submissions.read(actor, project, query.purpose());
    Set<String> readable =
        evidence.lockedArticles().stream()
            .map(id -> id.value().toString())
            .collect(Collectors.toSet());
    if (readable.isEmpty()) {
      throw new Refused.Conflict("agreement.notLocked");
    }
    ReportLine line =
        evidence
            .report(Resampling.none(), Optional.empty(), "Testimony " + settings.version())
            .line(withoutGamma(query.line()))
            .orElseThrow(() -> new Refused.NotFound("agreement.noLine"));
    List<Passage> asked = line.passages().stream().filter(query::matches).toList();
    List<Passage> open = asked.stream().filter(p -> readable.contains(p.article())).toList();
    int from = Math.min(query.from(), open.size());
    List<Passage> page = open.subList(from, Math.min(open.size(), from + Passages.PAGE));
    return new Passages(
        evidence.project(),
        evidence.codebook(),
        query,
        open.size(),
        asked.size() - open.size(),
        evidence.names(),
        places(evidence, query, page));
  }

  /** The spans behind gamma are those behind binary u-alpha, which is there at once. */
  private static String withoutGamma(String line) {
    return line.replaceFirst("/" + Measure.GAMMA.id() + "$", "/" + Measure.U_ALPHA_BINARY.id());
  }

  private List<Passages.Place> places(
      Evidence evidence, PassageQuery query, List<Passage> passages) {
    Map<TextId, ArticleText> texts =
        articles.texts(passages.stream().map(p -> evidence.article(articleId(p)).text()).toList());
    Map<List<String>, AnnotatorSet> sets = new HashMap<>();
    for (Evidence.Submission submission : evidence.submissions()) {
      String article = submission.assignment().article().value().toString();
      sets.put(List.of(article, submission.annotator()), submission.set());
    }
    boolean attribution = query.line().startsWith(ATTRIBUTION);
    List<Passages.Place> places = new ArrayList<>();
    for (Passage passage : passages) {
      Article article = evidence.article(articleId(passage));
      ArticleText text = Optional.ofNullable(texts.get(article.text())).orElseThrow();
      Passage narrowed = query.narrowed(passage);
      List<Passages.Version> versions = new ArrayList<>();
      for (Passage.Value value : narrowed.values()) {
        AnnotatorSet set =
            Optional.ofNullable(sets.get(List.of(passage.article(), value.annotator())))
                .orElseThrow();
        versions.add(version(value, text, attribution ? speakers(value, set, text) : List.of()));
      }
      places.add(new Passages.Place(article, narrowed.target(), narrowed.agrees(), versions));
    }
    return places;
  }

  private static ArticleId articleId(Passage passage) {
    return new ArticleId(UUID.fromString(passage.article()));
  }

  private static Passages.Version version(
      Passage.Value value, ArticleText text, List<String> speakers) {
    return new Passages.Version(
        value.annotator(),
        value.span(),
        value.span().map(text::slices).orElse(List.of()),
        value.span().map(span -> Excerpt.at(text, span)),
        value.label(),
        speakers);
  }

  /** The words that an annotator linked a claim to, in text order. */
  private static List<String> speakers(Passage.Value value, AnnotatorSet set, ArticleText text) {
    Set<String> linked =
        set.links().stream()
            .filter(link -> value.mark().equals(Optional.of(link.claim())))
            .map(Link::speaker)
            .collect(Collectors.toSet());
    return set.marks().stream()
        .filter(mark -> linked.contains(mark.id()))
        .map(mark -> String.join(" … ", text.slices(mark.span())))
        .toList();
  }
}

package org.testimony.web.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.Label;
import org.testimony.core.codebook.Layer;
import org.testimony.core.text.Span;
import org.testimony.web.platform.Texts;

/** A page of passages in the words of the codebook. */
public final class PassagePage {

  private final Passages passages;
  private final List<String> path;

  PassagePage(Passages passages) {
    this.passages = passages;
    this.path = List.of(passages.query().line().split("/", -1));
  }

  /** What the number is. */
  public String getTitle() {
    Codebook codebook = passages.codebook();
    String last = path.get(path.size() - 1);
    String line = Texts.has("agreement.line." + last) ? Texts.of("agreement.line." + last) : "";
    return switch (path.get(0)) {
      case "layer" -> {
        String layer = codebook.layer(path.get(1)).map(Layer::title).orElse(path.get(1));
        String what = line.isEmpty() ? feature().map(Feature::title).orElse(last) : line;
        yield Texts.of("agreement.overview.feature", layer, what);
      }
      case "stance" -> Texts.of("agreement.section.stance", target(path.get(1))) + " – " + line;
      case "article" -> {
        String what = feature().map(Feature::title).orElse(last);
        yield path.size() > 3
            ? Texts.of("agreement.section.articleStance", what, target(path.get(2))) + " – " + line
            : what;
      }
      default -> Texts.of("agreement.section.attribution") + " – " + line;
    };
  }

  private String target(String id) {
    return passages
        .codebook()
        .target(id)
        .map(ReportPage::proposition)
        .orElse(Texts.of("agreement.section.allTargets"));
  }

  private Optional<Feature> feature() {
    return path.get(0).equals("article")
        ? passages.codebook().articleFeature(path.get(1))
        : passages.codebook().feature(path.get(1), path.get(path.size() - 1));
  }

  /** How many passages there are, and for whom and what they were chosen. */
  public String getLead() {
    PassageQuery query = passages.query();
    List<String> parts = new ArrayList<>();
    parts.add(Texts.of("agreement.passages.count", passages.total()));
    if (!query.annotators().isEmpty()) {
      List<String> people = query.annotators().stream().map(this::name).toList();
      parts.add(Texts.of("agreement.passages.of", String.join(Texts.of("agreement.and"), people)));
    }
    if (!query.labels().isEmpty()) {
      parts.add(
          Texts.of(
              "agreement.passages.labels",
              label(query.labels().get(0)),
              label(query.labels().get(1))));
    }
    return String.join(", ", parts) + ".";
  }

  /** How many passages are kept back; empty where none are. */
  public String getWithheld() {
    return passages.withheld() == 0
        ? ""
        : Texts.of("agreement.passages.withheld", passages.withheld());
  }

  private String name(String pseudonym) {
    return passages.names().getOrDefault(pseudonym, pseudonym);
  }

  private String label(String id) {
    if (isSpanLine()) {
      return "";
    }
    Map<String, String> titles = new LinkedHashMap<>();
    List<Label> labels =
        isStance()
            ? passages.codebook().stance().map(j -> j.labels()).orElse(List.of())
            : feature().map(Feature::labels).orElse(List.of());
    labels.forEach(l -> titles.put(l.id(), l.title()));
    String flag = "agreement.flag." + id;
    return titles.getOrDefault(id, Texts.has(flag) ? Texts.of(flag) : id);
  }

  /** Whether values are stances, which have a sign. */
  public boolean isStance() {
    return path.get(0).equals("stance") || (path.get(0).equals("article") && path.size() > 3);
  }

  private boolean isSpanLine() {
    return path.get(0).equals("layer") && path.size() == 3;
  }

  private boolean isAttribution() {
    return path.get(0).equals("attribution");
  }

  /** The passages of the page. */
  public List<Row> getRows() {
    List<Row> rows = new ArrayList<>();
    int number = passages.query().from();
    for (Passages.Place place : passages.list()) {
      number++;
      rows.add(
          new Row(
              number,
              place.article().details().title(),
              place.article().details().outlet().orElse(""),
              place.agrees(),
              place.versions().stream().map(this::version).toList()));
    }
    return rows;
  }

  private Version version(Passages.Version version) {
    return new Version(
        name(version.annotator()),
        version.excerpt().map(Excerpt::pieces).orElse(List.of()),
        version.span().map(Span::toString).orElse("").replace(";", " "),
        isStance() ? version.label().orElse("") : "",
        words(version));
  }

  /** The value in words; empty for a stance that is set, which is shown by its sign. */
  private String words(Passages.Version version) {
    boolean wholeArticle = path.get(0).equals("article");
    if (version.span().isEmpty() && !wholeArticle) {
      return Texts.of("agreement.passages.missing");
    }
    if (isSpanLine()) {
      return Texts.of("agreement.passages.marked");
    }
    if (version.label().isEmpty()) {
      return Texts.of("agreement.passages.unset");
    }
    if (isAttribution()) {
      return version.speakers().isEmpty()
          ? Texts.of("agreement.passages.author")
          : String.join("; ", version.speakers());
    }
    return isStance() ? "" : label(version.label().get());
  }

  /**
   * A passage.
   *
   * @param number in the list, from 1
   * @param title of the article
   * @param outlet of the article; empty where unknown
   * @param agrees whether all have the same
   * @param versions what each annotator has
   */
  public record Row(
      int number, String title, String outlet, boolean agrees, List<Version> versions) {}

  /**
   * What an annotator has.
   *
   * @param name of the annotator
   * @param pieces the words with what stands around them; empty where nothing is marked
   * @param offsets the characters; empty where nothing is marked
   * @param stance the label of a stance; empty otherwise
   * @param words the value in words; empty where the stance says it
   */
  public record Version(
      String name, List<Excerpt.Piece> pieces, String offsets, String stance, String words) {}

  /** Number of the first passage of the next page. */
  public int getNext() {
    return passages.query().from() + Passages.PAGE;
  }

  /** Whether there is a next page. */
  public boolean isMore() {
    return getNext() < passages.total();
  }

  /** Number of the first passage of the page before. */
  public int getPrevious() {
    return Math.max(0, passages.query().from() - Passages.PAGE);
  }

  /** Whether there is a page before. */
  public boolean isLater() {
    return passages.query().from() > 0;
  }

  /** Whether only differences are shown. */
  public boolean isDifferent() {
    return passages.query().show() == PassageQuery.Show.DIFFERENT;
  }

  /** Whether nothing is in the list. */
  public boolean isNothing() {
    return passages.list().isEmpty();
  }

  /** Name of the project. */
  public String getProjectName() {
    return passages.project().name();
  }
}

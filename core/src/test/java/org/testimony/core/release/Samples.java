package org.testimony.core.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.AnnotationSet.JudgementKey;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.Content;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Origin;
import org.testimony.core.annotation.Relation;
import org.testimony.core.annotation.RelationId;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.CodebookReader;
import org.testimony.core.codebook.Reading;
import org.testimony.core.codebook.SemanticVersion;
import org.testimony.core.codebook.Target;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;
import org.testimony.core.text.Hash;
import org.testimony.core.text.Quote;
import org.testimony.core.text.Span;

/** Corpora for tests: one small and readable, one of hostile texts in every state. */
final class Samples {

  /** Line ends of every kind, a tab, and what spreadsheets run. */
  static final String HOSTILE =
      "=1+1\r\n\tHe said:\r“yes”\u000B\f\u0085and\u2028“no”\u2029 \uD83D\uDE00 <b>&amp;</b> #{x}\n\n"
          + "-2, @sum, 'quoted' \"twice\"";

  private final Codebook first = codebook("/org/testimony/core/release/small-codebook.json");
  private final Codebook second =
      first
          .withTarget(new Target("T2", "The bridge is safe.", "Its safety."))
          .withVersion(new SemanticVersion(1, 1, 0));
  private final Random random = new Random(20261101);
  private final Numbering numbering = new Numbering(codebooks());

  List<Codebook> codebooks() {
    return List.of(first, second);
  }

  private static Codebook codebook(String resource) {
    Reading reading = CodebookReader.read(new String(bytes(resource), StandardCharsets.UTF_8));
    if (reading instanceof Reading.Valid valid) {
      return valid.codebook();
    }
    throw new IllegalStateException(resource + ": " + reading);
  }

  static byte[] bytes(String resource) {
    try (InputStream in = Samples.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two articles, two annotators, every kind of thing that a set can hold. */
  Corpus small() {
    Corpus.Article bridge =
        article(
            1,
            details("Mayor backs bridge", "The Harbour", "https://harbour.example/1", "2026-03-01"),
            "“The bridge\nwill be built,” Mayor Ada Orr said, “by spring.”\r\nCritics doubt it.\n");
    Corpus.Article flags =
        article(2, ArticleDetails.titled("=Flags"), "Orr 🇺🇸 said: \u201Cno\u201D.");
    Draft one = new Draft(bridge);
    UUID claim = one.mark("Claim", List.of(new Fragment(0, 27), new Fragment(48, 60)), "1.0.0");
    one.set(claim, "form", FeatureValue.of("DIRECT"));
    one.set(claim, "signs", new FeatureValue.Many(List.of("VERB", "MARKS")));
    UUID speaker = one.mark("Speaker", List.of(new Fragment(28, 41)), "1.0.0");
    one.set(speaker, "called", FeatureValue.of("Ada\tOrr"));
    UUID doubt = one.mark("Claim", List.of(new Fragment(62, 78)), "1.1.0");
    one.set(doubt, "form", FeatureValue.of("AUTHORIAL"));
    one.set(doubt, "hedged", FeatureValue.on());
    one.note(doubt, "=HYPERLINK(\"http://x\")\nsecond line", true);
    one.link(claim, speaker);
    one.judge(claim, "T1", "FAVOR");
    one.judge(claim, "T2", "AGAINST");
    one.judge(doubt, "T1", "AGAINST");
    one.values.put(new ValueKey("relevance", Optional.empty()), FeatureValue.of("RELEVANT"));
    one.values.put(new ValueKey("tone", Optional.of("T1")), FeatureValue.of("FAVOR"));
    one.note = Optional.of("A note on the article");
    Draft two = new Draft(flags);
    two.set(two.mark("Claim", List.of(new Fragment(13, 17)), "1.1.0"), "form", direct());
    two.mark("Speaker", List.of(new Fragment(0, 6)), "1.1.0");
    return new Corpus(
        "harbour-2026",
        "Harbour bridge",
        codebooks(),
        List.of(bridge, flags),
        List.of(
            new Corpus.Person("P01", List.of(Corpus.Role.ANNOTATOR, Corpus.Role.OWNER)),
            new Corpus.Person("P02", List.of(Corpus.Role.ANNOTATOR))),
        List.of(
            new Corpus.Round(
                1, "Production 1", Purpose.PRODUCTION, Phase.MARK, 2, 7L, "1.0.0", false)),
        List.of(
            submitted("P01", bridge, 1, one),
            plain("P01", flags, 2, AssignmentState.OPEN, two),
            changed("P02", bridge, 1, AssignmentState.RETURNED, one),
            plain("P02", flags, 2, AssignmentState.NEW, new Draft(flags))));
  }

  /** Hostile texts; assignments in every state, changed after submission, repeated. */
  Corpus hostile() {
    List<Corpus.Article> articles = new ArrayList<>();
    List<Draft> drafts = new ArrayList<>();
    for (JsonNode entry : fixtures()) {
      String file = entry.get("file").asText();
      Corpus.Article article =
          article(
              articles.size() + 1,
              details(
                  "+" + file, "-Outlet, \"quoted\"", "https://x.example/?a=1&b=2", "2026-02-03"),
              text(file, entry.get("encoding").asText()));
      articles.add(article);
      drafts.add(draft(article, entry.get("spans")));
    }
    Corpus.Article hostile = article(articles.size() + 1, ArticleDetails.titled("@x"), HOSTILE);
    articles.add(hostile);
    Draft everywhere = new Draft(hostile);
    int length = hostile.text().length();
    everywhere.mark("Claim", List.of(new Fragment(0, length)), "1.0.0");
    everywhere.mark("Claim", List.of(new Fragment(0, length)), "1.1.0");
    everywhere.mark("Speaker", List.of(new Fragment(4, 6)), "1.1.0");
    for (int i = 0; i + 3 < length; i += 3) {
      UUID span = everywhere.mark("Claim", List.of(new Fragment(i, i + 2)), "1.1.0");
      everywhere.note(span, "'" + hostile.text().slice(i, i + 3), i % 2 == 0);
    }
    drafts.add(everywhere);
    List<Corpus.Assignment> assignments = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      assignments.add(submitted("P01", articles.get(i), i + 1, drafts.get(i)));
    }
    AssignmentState[] states = {
      AssignmentState.NEW,
      AssignmentState.OPEN,
      AssignmentState.SKIPPED,
      AssignmentState.RETURNED,
      AssignmentState.SUBMITTED,
      AssignmentState.LOCKED,
      AssignmentState.OPEN
    };
    for (int i = 0; i < states.length; i++) {
      assignments.add(changed("P02", articles.get(i), i + 1, states[i], drafts.get(i)));
    }
    assignments.add(repeated("P02", articles.get(8), drafts.get(8)));
    assignments.sort(Corpus.assignmentOrder());
    return new Corpus(
        "hostile",
        "Hostile “texts” <&>",
        codebooks(),
        articles,
        List.of(
            new Corpus.Person("P01", List.of(Corpus.Role.ANNOTATOR)),
            new Corpus.Person("P02", List.of(Corpus.Role.ANNOTATOR)),
            new Corpus.Person("P04", List.of())),
        List.of(
            new Corpus.Round(1, "One", Purpose.PILOT, Phase.MARK, 1, -5L, "1.0.0", true),
            new Corpus.Round(2, "Two", Purpose.PRODUCTION, Phase.MARK, 2, 1L, "1.1.0", false)),
        assignments);
  }

  private static FeatureValue direct() {
    return FeatureValue.of("DIRECT");
  }

  /** The cases of the fixture's manifest that are plain text and can be decoded. */
  private static List<JsonNode> fixtures() {
    try {
      JsonNode manifest = new ObjectMapper().readTree(bytes("/text/manifest.json"));
      List<JsonNode> cases = new ArrayList<>();
      for (JsonNode entry : manifest.get("cases")) {
        if (entry.get("file").asText().endsWith(".txt")) {
          cases.add(entry);
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String file, String encoding) {
    Charset charset =
        encoding.startsWith("utf-8") ? StandardCharsets.UTF_8 : Charset.forName("windows-1251");
    String text = new String(bytes("/text/" + file), charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** The fixture's spans, checked against the words that the fixture states. */
  private Draft draft(Corpus.Article article, JsonNode spans) {
    Draft draft = new Draft(article);
    UUID speaker = draft.mark("Speaker", List.of(new Fragment(0, 1)), "1.0.0");
    for (JsonNode span : spans) {
      List<Fragment> fragments = new ArrayList<>();
      for (JsonNode fragment : span) {
        Fragment place =
            new Fragment(fragment.get("cp").get(0).asInt(), fragment.get("cp").get(1).asInt());
        String covered = article.text().slice(place.begin(), place.end());
        if (!covered.equals(fragment.get("text").asText())) {
          throw new IllegalStateException(article.name() + ": " + covered);
        }
        fragments.add(place);
      }
      UUID claim = draft.mark("Claim", fragments, "1.0.0");
      draft.set(claim, "form", direct());
      draft.link(claim, speaker);
      draft.judge(claim, "T1", "FAVOR");
    }
    return draft;
  }

  private static ArticleDetails details(String title, String outlet, String url, String day) {
    return new ArticleDetails(
        title, Optional.of(outlet), Optional.of(url), Optional.of(LocalDate.parse(day)));
  }

  private static Corpus.Article article(int number, ArticleDetails details, String text) {
    Corpus.Source source =
        new Corpus.Source(
            "file " + number + ".txt",
            Hash.of(text),
            Optional.empty(),
            "UTF-8",
            number % 2 == 0,
            "plain-text",
            "0.1.0",
            "");
    return new Corpus.Article(Names.article(number), details, ArticleText.of(text), source);
  }

  private Corpus.Assignment submitted(
      String person, Corpus.Article article, int position, Draft draft) {
    draft.complete();
    ReleasedSet set = draft.released(person, "R1", 0);
    return new Corpus.Assignment(
        person,
        article.name(),
        "R1",
        Phase.MARK,
        0,
        position,
        AssignmentState.SUBMITTED,
        Optional.empty(),
        set,
        Optional.of(set));
  }

  private Corpus.Assignment plain(
      String person, Corpus.Article article, int position, AssignmentState state, Draft draft) {
    return new Corpus.Assignment(
        person,
        article.name(),
        "R1",
        Phase.MARK,
        0,
        position,
        state,
        Optional.empty(),
        draft.released(person, "R1", 0),
        Optional.empty());
  }

  /** In this state; where it was submitted once, one annotation was added afterwards. */
  private Corpus.Assignment changed(
      String person, Corpus.Article article, int position, AssignmentState state, Draft base) {
    if (state == AssignmentState.NEW || state == AssignmentState.SKIPPED) {
      return plain(person, article, position, state, new Draft(article));
    }
    Draft draft = new Draft(article);
    draft.take(base);
    draft.complete();
    ReleasedSet before = draft.released(person, "R1", 0);
    AnnotationSet submitted = draft.set();
    Map<AnnotationId, Numbering.Kept> kept = Map.copyOf(draft.kept);
    UUID late = draft.mark("Claim", List.of(new Fragment(1, 2)), "1.1.0");
    draft.set(late, "form", direct());
    ReleasedSet now = draft.released(person, "R1", 0);
    return new Corpus.Assignment(
        person,
        article.name(),
        "R1",
        Phase.MARK,
        0,
        position,
        state,
        state == AssignmentState.RETURNED ? Optional.of("Look again, please") : Optional.empty(),
        now,
        Optional.of(numbering.firstSubmission(before, submitted, kept)));
  }

  private Corpus.Assignment repeated(String person, Corpus.Article article, Draft base) {
    Draft draft = new Draft(article);
    draft.take(base);
    return new Corpus.Assignment(
        person,
        article.name(),
        "R2",
        Phase.MARK,
        1,
        99,
        AssignmentState.OPEN,
        Optional.empty(),
        draft.released(person, "R2", 1),
        Optional.empty());
  }

  /** A set while it is made. */
  private final class Draft {

    private final Corpus.Article article;
    private final Map<AnnotationId, Annotation> annotations = new HashMap<>();
    private final Map<AnnotationId, Numbering.Kept> kept = new HashMap<>();
    private final Map<RelationId, Relation> relations = new HashMap<>();
    private final Map<JudgementKey, String> judgements = new HashMap<>();
    private final Map<ValueKey, FeatureValue> values = new HashMap<>();
    private Optional<String> note = Optional.empty();

    Draft(Corpus.Article article) {
      this.article = article;
    }

    void take(Draft other) {
      annotations.putAll(other.annotations);
      kept.putAll(other.kept);
      relations.putAll(other.relations);
      judgements.putAll(other.judgements);
      values.putAll(other.values);
    }

    UUID mark(String layer, List<Fragment> fragments, String version) {
      Span span = new Span(fragments);
      Quote words = Quote.at(article.text(), span);
      AnnotationId id = new AnnotationId(new UUID(random.nextLong(), random.nextLong()));
      Content content = new Content(layer, span, words.exact(), Map.of(), Optional.empty(), false);
      annotations.put(id, new Annotation(id, content, Origin.MANUAL));
      kept.put(id, new Numbering.Kept(words, version));
      return id.value();
    }

    void set(UUID span, String feature, FeatureValue value) {
      change(span, content(span).with(feature, Optional.of(value)));
    }

    void note(UUID span, String words, boolean discuss) {
      change(span, content(span).withNote(Optional.of(words)).withDiscuss(discuss));
    }

    private Content content(UUID span) {
      return annotations.get(new AnnotationId(span)).content();
    }

    private void change(UUID span, Content content) {
      AnnotationId id = new AnnotationId(span);
      annotations.put(id, new Annotation(id, content, Origin.MANUAL));
    }

    void link(UUID from, UUID to) {
      RelationId id = new RelationId(new UUID(random.nextLong(), random.nextLong()));
      Relation.Ends ends =
          new Relation.Ends("SAID_BY", new AnnotationId(from), new AnnotationId(to));
      relations.put(id, new Relation(id, ends));
    }

    void judge(UUID claim, String target, String value) {
      judgements.put(new JudgementKey(new AnnotationId(claim), target), value);
    }

    /** Gives each claim its required feature. */
    void complete() {
      for (Annotation annotation : List.copyOf(annotations.values())) {
        if (annotation.layer().equals("Claim")
            && !annotation.content().features().containsKey("form")) {
          set(annotation.id().value(), "form", direct());
        }
      }
    }

    AnnotationSet set() {
      return new AnnotationSet(
          annotations, relations, judgements, new TreeMap<>(values), note, false);
    }

    ReleasedSet released(String person, String round, int repeat) {
      return numbering.current(person, article.name(), round, repeat, set(), kept);
    }
  }
}

package org.testimony.core.release;

import java.util.List;
import java.util.function.Consumer;
import org.testimony.core.annotation.AnnotationSet.ValueKey;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.codebook.Feature;
import org.testimony.core.codebook.Layer;
import org.testimony.core.text.Fragment;

/**
 * Writes long tables (RFC 4180): one row for each fragment of a span, link, stance, article value
 * and assignment. What is unset is an empty cell. Of sets that changed since their first submission
 * only the newest form is in them.
 *
 * @param mode for whom they are
 */
record CsvWriter(CsvMode mode) implements FormatWriter {

  /** Stands between the labels of a multiple choice; no label has it in its id. */
  static final String SEPARATOR = "|";

  @Override
  public List<Loss> write(Corpus corpus, Consumer<ReleaseFile> out) {
    Losses losses = new Losses();
    out.accept(articles(corpus, losses));
    out.accept(assignments(corpus, losses));
    out.accept(spans(corpus, losses));
    out.accept(relations(corpus, losses));
    out.accept(judgements(corpus, losses));
    out.accept(articleValues(corpus, losses));
    losses.add(Loss.Kind.TEXTS_LEFT_OUT, corpus.articles().size());
    losses.add(Loss.Kind.PROJECT_LEFT_OUT, 1);
    for (Corpus.Assignment assignment : corpus.assignments()) {
      if (assignment.changedSinceSubmission()) {
        losses.add(Loss.Kind.FIRST_SUBMISSIONS_LEFT_OUT, assignment.name());
      }
    }
    return losses.list();
  }

  private ReleaseFile articles(Corpus corpus, Losses losses) {
    CsvTable table = new CsvTable("articles.csv", mode, losses);
    table.row("article", "title", "outlet", "url", "published", "length", "sha256");
    for (Corpus.Article article : corpus.articles()) {
      table
          .cell(article.name())
          .cell(article.details().title())
          .cell(article.details().outlet().orElse(""))
          .cell(article.details().url().orElse(""))
          .cell(article.details().published().map(Object::toString).orElse(""))
          .cell(article.text().length())
          .cell(article.text().sha256().hex())
          .end();
    }
    return table.file();
  }

  private ReleaseFile assignments(Corpus corpus, Losses losses) {
    CsvTable table = new CsvTable("assignments.csv", mode, losses);
    table
        .cell("assignment")
        .cell("annotator")
        .cell("article")
        .cell("round")
        .row("purpose", "phase", "repeat", "position", "state", "note", "discuss");
    for (Corpus.Assignment assignment : corpus.assignments()) {
      String purpose =
          corpus.rounds().stream()
              .filter(round -> round.name().equals(assignment.round()))
              .map(round -> round.purpose().name())
              .findFirst()
              .orElse("");
      head(table, assignment)
          .cell(purpose)
          .cell(assignment.phase().name())
          .cell(assignment.repeat())
          .cell(assignment.position())
          .cell(assignment.state().name())
          .cell(assignment.set().note().orElse(""))
          .cell(assignment.set().discuss() ? "true" : "")
          .end();
    }
    return table.file();
  }

  private ReleaseFile spans(Corpus corpus, Losses losses) {
    Vocabulary vocabulary = Vocabulary.of(corpus.codebooks());
    CsvTable table = new CsvTable("spans.csv", mode, losses);
    table.cell("annotation").cell("assignment").cell("annotator").cell("article").cell("round");
    table.cell("layer").cell("fragment").cell("fragments").cell("begin").cell("end");
    table.cell("text").cell("prefix").cell("suffix");
    for (Layer layer : vocabulary.layers()) {
      for (Feature feature : layer.features()) {
        table.cell(layer.id() + "." + feature.id());
      }
    }
    table.row("note", "discuss", "origin", "codebook");
    for (Corpus.Assignment assignment : corpus.assignments()) {
      for (ReleasedSet.Annotation annotation : assignment.set().annotations()) {
        for (int i = 0; i < annotation.span().fragments().size(); i++) {
          table.cell(annotation.name());
          head(table, assignment).cell(annotation.layer());
          fragment(table, annotation, i);
          features(table, annotation, vocabulary);
          table
              .cell(annotation.note().orElse(""))
              .cell(annotation.discuss() ? "true" : "")
              .cell(annotation.origin().name())
              .cell(annotation.codebook())
              .end();
        }
      }
    }
    return table.file();
  }

  private static void fragment(CsvTable table, ReleasedSet.Annotation annotation, int index) {
    List<Fragment> fragments = annotation.span().fragments();
    Fragment fragment = fragments.get(index);
    table
        .cell(index + 1)
        .cell(fragments.size())
        .cell(fragment.begin())
        .cell(fragment.end())
        .cell(annotation.words().exact().get(index))
        .cell(annotation.words().prefix())
        .cell(annotation.words().suffix());
  }

  private static void features(
      CsvTable table, ReleasedSet.Annotation annotation, Vocabulary vocabulary) {
    for (Layer layer : vocabulary.layers()) {
      for (Feature feature : layer.features()) {
        FeatureValue value = annotation.features().get(feature.id());
        boolean own = layer.id().equals(annotation.layer());
        table.cell(own && value != null ? text(value) : "");
      }
    }
  }

  private ReleaseFile relations(Corpus corpus, Losses losses) {
    CsvTable table = new CsvTable("relations.csv", mode, losses);
    table.row("relation", "assignment", "annotator", "article", "round", "type", "from", "to");
    for (Corpus.Assignment assignment : corpus.assignments()) {
      for (ReleasedSet.Relation relation : assignment.set().relations()) {
        table.cell(relation.name());
        head(table, assignment)
            .cell(relation.type())
            .cell(relation.from())
            .cell(relation.to())
            .end();
      }
    }
    return table.file();
  }

  private ReleaseFile judgements(Corpus corpus, Losses losses) {
    CsvTable table = new CsvTable("judgements.csv", mode, losses);
    table.row("claim", "assignment", "annotator", "article", "round", "target", "value");
    for (Corpus.Assignment assignment : corpus.assignments()) {
      for (ReleasedSet.Judgement judgement : assignment.set().judgements()) {
        table.cell(judgement.claim());
        head(table, assignment).cell(judgement.target()).cell(judgement.value()).end();
      }
    }
    return table.file();
  }

  private ReleaseFile articleValues(Corpus corpus, Losses losses) {
    CsvTable table = new CsvTable("article-values.csv", mode, losses);
    table.row("assignment", "annotator", "article", "round", "feature", "target", "value");
    for (Corpus.Assignment assignment : corpus.assignments()) {
      assignment.set().values().forEach((key, value) -> value(table, assignment, key, value));
    }
    return table.file();
  }

  private static void value(
      CsvTable table, Corpus.Assignment assignment, ValueKey key, FeatureValue value) {
    head(table, assignment)
        .cell(key.feature())
        .cell(key.target().orElse(""))
        .cell(text(value))
        .end();
  }

  private static CsvTable head(CsvTable table, Corpus.Assignment assignment) {
    return table
        .cell(assignment.name())
        .cell(assignment.person())
        .cell(assignment.article())
        .cell(assignment.round());
  }

  private static String text(FeatureValue value) {
    if (value instanceof FeatureValue.One one) {
      return one.text();
    }
    return value instanceof FeatureValue.Many many ? String.join(SEPARATOR, many.labels()) : "true";
  }
}

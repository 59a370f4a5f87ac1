package org.testimony.core.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.codebook.Feature;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;

/** One {@code .ann} file while it is written. */
final class BratDocument {

  /** What some reader takes for the end of a line; brat reads its files by Python's rules. */
  private static final String BREAKS = "\n\r\u000B\f\u001C\u001D\u001E\u0085\u2028\u2029";

  private final Vocabulary vocabulary;
  private final Losses losses;
  private final StringBuilder lines = new StringBuilder();
  private final Map<String, String> numbers = new HashMap<>();
  private int rows;
  private int attributes;
  private int notes;

  BratDocument(Vocabulary vocabulary, Losses losses) {
    this.vocabulary = vocabulary;
    this.losses = losses;
  }

  ReleaseFile write(String path, Corpus.Article article, Corpus.Assignment assignment) {
    ReleasedSet set = assignment.set();
    for (ReleasedSet.Annotation annotation : set.annotations()) {
      span(article.text(), annotation);
    }
    int relations = 0;
    for (ReleasedSet.Relation relation : set.relations()) {
      String from = numbers.get(relation.from());
      String to = numbers.get(relation.to());
      if (from != null && to != null) {
        relations++;
        line("R%d\t%s Arg1:%s Arg2:%s", relations, relation.type(), from, to);
      }
    }
    for (ReleasedSet.Judgement judgement : set.judgements()) {
      String claim = numbers.get(judgement.claim());
      if (claim != null) {
        attribute(BratConfig.stance(judgement.target()), claim, judgement.value());
      }
    }
    count(assignment);
    return ReleaseFile.rows(path, lines.toString(), rows);
  }

  private void count(Corpus.Assignment assignment) {
    ReleasedSet set = assignment.set();
    for (int i = 0; i < set.values().size(); i++) {
      losses.add(Loss.Kind.ARTICLE_VALUES_LEFT_OUT, assignment.name());
    }
    if (set.note().isPresent() || set.discuss()) {
      losses.add(Loss.Kind.ARTICLE_NOTES_LEFT_OUT, assignment.name());
    }
    losses.add(Loss.Kind.ORIGINS_LEFT_OUT, set.annotations().size());
  }

  private void span(ArticleText text, ReleasedSet.Annotation annotation) {
    List<Fragment> fragments = unbroken(text, annotation);
    if (fragments.isEmpty()) {
      losses.add(Loss.Kind.SPANS_OF_LINE_BREAKS_LEFT_OUT, annotation.name());
      return;
    }
    if (!fragments.equals(annotation.span().fragments())) {
      losses.add(Loss.Kind.SPANS_SPLIT_AT_LINE_BREAKS, annotation.name());
    }
    String number = "T" + (numbers.size() + 1);
    numbers.put(annotation.name(), number);
    List<String> places = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Fragment fragment : fragments) {
      places.add(fragment.begin() + " " + fragment.end());
      words.add(text.slice(fragment.begin(), fragment.end()));
    }
    line(
        "%s\t%s %s\t%s",
        number, annotation.layer(), String.join(";", places), String.join(" ", words));
    annotation.features().forEach((feature, value) -> feature(annotation, feature, value));
    if (annotation.discuss()) {
      attribute(BratConfig.DISCUSS, number);
    }
    annotation.note().ifPresent(note -> note("AnnotatorNotes", annotation, note));
  }

  /** The fragments of a span, cut where a line ends. */
  private static List<Fragment> unbroken(ArticleText text, ReleasedSet.Annotation annotation) {
    List<Fragment> unbroken = new ArrayList<>();
    for (Fragment fragment : annotation.span().fragments()) {
      int[] codePoints = text.slice(fragment.begin(), fragment.end()).codePoints().toArray();
      int begin = 0;
      for (int i = 0; i <= codePoints.length; i++) {
        if (i < codePoints.length && BREAKS.indexOf(codePoints[i]) < 0) {
          continue;
        }
        if (i > begin) {
          unbroken.add(new Fragment(fragment.begin() + begin, fragment.begin() + i));
        }
        begin = i + 1;
      }
    }
    return unbroken;
  }

  private void feature(ReleasedSet.Annotation annotation, String feature, FeatureValue value) {
    String number = numbers.getOrDefault(annotation.name(), "");
    String attribute = BratConfig.feature(annotation.layer(), feature);
    if (value instanceof FeatureValue.Many many) {
      many.labels().forEach(label -> attribute(attribute + "-" + label, number));
    } else if (value instanceof FeatureValue.One one) {
      boolean label =
          vocabulary
              .feature(annotation.layer(), feature)
              .filter(f -> f.type().hasLabels())
              .flatMap((Feature f) -> f.label(one.text()))
              .isPresent();
      if (label) {
        attribute(attribute, number, one.text());
      } else {
        note(attribute, annotation, one.text());
      }
    } else {
      attribute(attribute, number);
    }
  }

  private void attribute(String name, String... ends) {
    attributes++;
    line("A%d\t%s %s", attributes, name, String.join(" ", ends));
  }

  private void note(String type, ReleasedSet.Annotation annotation, String note) {
    StringBuilder flat = new StringBuilder(note);
    for (int i = 0; i < flat.length(); i++) {
      if (flat.charAt(i) == '\t' || BREAKS.indexOf(flat.charAt(i)) >= 0) {
        flat.setCharAt(i, ' ');
      }
    }
    if (!note.contentEquals(flat)) {
      losses.add(Loss.Kind.NOTE_BREAKS_AS_SPACES, annotation.name());
    }
    notes++;
    line("#%d\t%s %s\t%s", notes, type, numbers.getOrDefault(annotation.name(), ""), flat);
  }

  private void line(String format, Object... arguments) {
    lines.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    rows++;
  }
}

package org.testimony.core.release;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.testimony.core.assignment.AssignmentState;

/**
 * Writes standoff files for brat: a folder for each annotator, in it for each article the text, the
 * annotations and what brat needs to show them.
 */
final class BratWriter implements FormatWriter {

  @Override
  public List<Loss> write(Corpus corpus, Consumer<ReleaseFile> out) {
    Losses losses = new Losses();
    Vocabulary vocabulary = Vocabulary.of(corpus.codebooks());
    Map<String, Corpus.Article> articles = corpus.articlesByName();
    for (Corpus.Person person : corpus.people()) {
      List<Corpus.Assignment> begun = begun(corpus, person, losses);
      if (begun.isEmpty()) {
        continue;
      }
      String folder = "brat/" + person.pseudonym() + "/";
      out.accept(ReleaseFile.text(folder + "annotation.conf", BratConfig.annotation(vocabulary)));
      out.accept(ReleaseFile.text(folder + "visual.conf", BratConfig.visual(vocabulary)));
      Map<String, Integer> times = new HashMap<>();
      begun.forEach(assignment -> times.merge(assignment.article(), 1, Integer::sum));
      for (Corpus.Assignment assignment : begun) {
        Corpus.Article article = articles.get(assignment.article());
        if (article == null) {
          throw new IllegalStateException("no article " + assignment.article());
        }
        boolean once = times.getOrDefault(assignment.article(), 0) == 1;
        String stem = folder + (once ? assignment.article() : stem(assignment));
        out.accept(ReleaseFile.text(stem + ".txt", text(article, losses)));
        out.accept(new BratDocument(vocabulary, losses).write(stem + ".ann", article, assignment));
      }
    }
    return losses.list();
  }

  /** The assignment's name without the person, who is the folder. */
  private static String stem(Corpus.Assignment assignment) {
    return assignment.name().substring(assignment.person().length() + 1);
  }

  private static List<Corpus.Assignment> begun(Corpus corpus, Corpus.Person person, Losses losses) {
    List<Corpus.Assignment> begun = new ArrayList<>();
    for (Corpus.Assignment assignment : corpus.assignments()) {
      if (!assignment.person().equals(person.pseudonym())) {
        continue;
      }
      if (assignment.state() == AssignmentState.NEW
          || assignment.state() == AssignmentState.SKIPPED) {
        losses.add(Loss.Kind.SETS_NOT_BEGUN_LEFT_OUT, assignment.name());
        continue;
      }
      if (assignment.changedSinceSubmission()) {
        losses.add(Loss.Kind.FIRST_SUBMISSIONS_LEFT_OUT, assignment.name());
      }
      begun.add(assignment);
    }
    return begun;
  }

  private static String text(Corpus.Article article, Losses losses) {
    String characters = article.text().characters();
    if (characters.indexOf('\r') < 0) {
      return characters;
    }
    losses.addOnce(Loss.Kind.CARRIAGE_RETURNS_AS_SPACES, article.name());
    return characters.replace('\r', ' ');
  }
}

package org.testimony.core.release;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.release.Corpus.Article;
import org.testimony.core.release.Corpus.Assignment;
import org.testimony.core.release.Corpus.Person;
import org.testimony.core.release.Corpus.Round;

/** What makes the parts of a corpus one corpus. */
final class CorpusRules {

  private static final Comparator<Assignment> ORDER =
      Comparator.comparing(Assignment::person)
          .thenComparing(Assignment::article)
          .thenComparing(a -> Integer.parseInt(a.round().substring(1)))
          .thenComparing(Assignment::repeat);

  private CorpusRules() {}

  static void check(
      String key,
      String name,
      List<Codebook> codebooks,
      List<Article> articles,
      List<Person> people,
      List<Round> rounds,
      List<Assignment> assignments) {
    require(
        key.matches("[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?"),
        () -> "%s is no key of a project".formatted(key));
    require(
        !name.isBlank() && name.length() <= 200, () -> "the project's name is %s".formatted(name));
    require(!codebooks.isEmpty(), () -> "project %s has no codebook".formatted(key));
    Set<String> versions = unique(codebooks, c -> c.version().toString(), "codebook version");
    Set<String> texts = unique(articles, Article::name, "article");
    for (int i = 0; i < articles.size(); i++) {
      String expected = Names.article(i + 1);
      String found = articles.get(i).name();
      require(
          found.equals(expected),
          () -> "article %s stands where %s is expected".formatted(found, expected));
    }
    Set<String> persons = unique(people, Person::pseudonym, "person");
    requireOrder(people, Comparator.comparing(Person::pseudonym), Person::pseudonym);
    Set<String> batches = unique(rounds, Round::name, "round");
    requireOrder(rounds, Comparator.comparing(Round::number), Round::name);
    for (Round round : rounds) {
      require(
          versions.contains(round.codebook()),
          () ->
              "round %s has codebook %s, which is not there"
                  .formatted(round.name(), round.codebook()));
    }
    unique(assignments, Assignment::name, "assignment");
    requireOrder(assignments, ORDER, Assignment::name);
    Vocabulary vocabulary = Vocabulary.of(codebooks);
    for (Assignment assignment : assignments) {
      requireKnown(assignment, assignment.person(), persons);
      requireKnown(assignment, assignment.article(), texts);
      requireKnown(assignment, assignment.round(), batches);
      assignment.sets().forEach(set -> checkWords(set, vocabulary, versions));
    }
  }

  static Comparator<Assignment> order() {
    return ORDER;
  }

  /** Every layer, feature, relation and target is one that some version of the codebook has. */
  private static void checkWords(ReleasedSet set, Vocabulary words, Set<String> versions) {
    for (ReleasedSet.Annotation annotation : set.annotations()) {
      String name = annotation.name();
      require(
          words.hasLayer(annotation.layer()),
          () -> "%s has layer %s".formatted(name, annotation.layer()));
      require(
          versions.contains(annotation.codebook()),
          () -> "%s has codebook %s, which is not there".formatted(name, annotation.codebook()));
      for (String feature : annotation.features().keySet()) {
        require(
            words.hasFeature(annotation.layer(), feature),
            () -> "%s has feature %s, which is in no codebook".formatted(name, feature));
      }
    }
    for (ReleasedSet.Relation relation : set.relations()) {
      require(
          words.hasRelation(relation.type()),
          () ->
              "%s is of type %s, which is in no codebook"
                  .formatted(relation.name(), relation.type()));
    }
    for (ReleasedSet.Judgement judgement : set.judgements()) {
      require(
          words.hasTarget(judgement.target()),
          () ->
              "%s is judged for target %s, which is in no codebook"
                  .formatted(judgement.claim(), judgement.target()));
    }
  }

  private static void requireKnown(Assignment assignment, String name, Set<String> known) {
    require(
        known.contains(name),
        () -> "%s names %s, which is not there".formatted(assignment.name(), name));
  }

  private static <T> Set<String> unique(List<T> parts, Function<T, String> name, String what) {
    Set<String> seen = new HashSet<>();
    for (T part : parts) {
      require(
          seen.add(name.apply(part)),
          () -> "%s %s is there twice".formatted(what, name.apply(part)));
    }
    return seen;
  }

  private static <T> void requireOrder(
      List<T> parts, Comparator<T> order, Function<T, String> name) {
    for (int i = 1; i < parts.size(); i++) {
      T earlier = parts.get(i - 1);
      T later = parts.get(i);
      require(
          order.compare(earlier, later) < 0,
          () -> "%s stands after %s".formatted(name.apply(later), name.apply(earlier)));
    }
  }

  private static void require(boolean holds, Supplier<String> fault) {
    if (!holds) {
      throw new IllegalArgumentException(fault.get());
    }
  }
}

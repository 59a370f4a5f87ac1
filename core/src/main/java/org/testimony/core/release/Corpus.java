package org.testimony.core.release;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.testimony.core.article.ArticleDetails;
import org.testimony.core.assignment.AssignmentState;
import org.testimony.core.assignment.Phase;
import org.testimony.core.assignment.Purpose;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Hash;

/**
 * Everything of a project that leaves in a release. People are pseudonyms; there are no times and
 * no ids of the database.
 *
 * @param key of the project: lower-case letters, digits, hyphens
 * @param name of the project
 * @param codebooks all versions, oldest first; the last is in force
 * @param articles in the order of their import, numbered from {@code A0001}
 * @param people by pseudonym
 * @param rounds by number
 * @param assignments by person, article, round and repeat
 */
public record Corpus(
    String key,
    String name,
    List<Codebook> codebooks,
    List<Article> articles,
    List<Person> people,
    List<Round> rounds,
    List<Assignment> assignments) {

  /** Copies; refuses what does not hang together. */
  public Corpus {
    codebooks = List.copyOf(codebooks);
    articles = List.copyOf(articles);
    people = List.copyOf(people);
    rounds = List.copyOf(rounds);
    assignments = List.copyOf(assignments);
    CorpusRules.check(key, name, codebooks, articles, people, rounds, assignments);
  }

  /** The codebook in force. */
  public Codebook codebook() {
    return codebooks.get(codebooks.size() - 1);
  }

  /** The order in which a corpus lists its assignments. */
  public static Comparator<Assignment> assignmentOrder() {
    return CorpusRules.order();
  }

  /** The articles by their names. */
  public Map<String, Article> articlesByName() {
    Map<String, Article> byName = new HashMap<>();
    articles.forEach(article -> byName.put(article.name(), article));
    return byName;
  }

  /**
   * An article.
   *
   * @param name such as {@code A0001}
   * @param details what is known about it
   * @param text its exact characters
   * @param source where the text came from
   */
  public record Article(String name, ArticleDetails details, ArticleText text, Source source) {

    /** Refuses names of another form. */
    public Article {
      Names.requireArticle(name);
    }
  }

  /**
   * Where a text came from and how it was read.
   *
   * @param name of the file
   * @param sha256 of its bytes
   * @param declaredEncoding what the file said of itself
   * @param encoding used, by IANA name
   * @param byteOrderMark whether one was removed
   * @param importer which part of the program read it
   * @param importerVersion of the program
   * @param options that changed how it was read; empty for none
   */
  public record Source(
      String name,
      Hash sha256,
      Optional<String> declaredEncoding,
      String encoding,
      boolean byteOrderMark,
      String importer,
      String importerVersion,
      String options) {}

  /** What a person may do in the project. */
  public enum Role {
    /** Runs the project. */
    OWNER,
    /** Decides disagreements. */
    ADJUDICATOR,
    /** Labels. */
    ANNOTATOR,
    /** Reads. */
    REVIEWER
  }

  /**
   * A person.
   *
   * @param pseudonym such as {@code P01}
   * @param roles without duplicates, in the order of the constants
   */
  public record Person(String pseudonym, List<Role> roles) {

    /** Sorts; refuses pseudonyms of another form. */
    public Person {
      Names.requirePerson(pseudonym);
      roles = List.copyOf(new TreeSet<>(roles));
    }
  }

  /**
   * A round.
   *
   * @param number from 1
   * @param title its name on pages
   * @param purpose what it is for
   * @param phase what annotators do
   * @param overlap how many annotators get the same article
   * @param seed of the plan
   * @param codebook version in force when it was made
   * @param locked whether its submitted sets are final
   */
  public record Round(
      int number,
      String title,
      Purpose purpose,
      Phase phase,
      int overlap,
      long seed,
      String codebook,
      boolean locked) {

    /** Refuses numbers that name no round. */
    public Round {
      Names.requireRound(Names.round(number));
    }

    /** Such as {@code R1}. */
    public String name() {
      return Names.round(number);
    }
  }

  /**
   * One article for one person, with what the person said.
   *
   * @param person pseudonym of the annotator
   * @param article name of the article
   * @param round name of the round
   * @param phase what the annotator does
   * @param repeat 0; 1 and more where the same article came again to the same person
   * @param position place in the annotator's list, from 1
   * @param state how far it is
   * @param note what the owner wrote when giving it back, or why it is skipped
   * @param set as it is now
   * @param firstSubmission as it was when first submitted; the same set where nothing changed since
   */
  public record Assignment(
      String person,
      String article,
      String round,
      Phase phase,
      int repeat,
      int position,
      AssignmentState state,
      Optional<String> note,
      ReleasedSet set,
      Optional<ReleasedSet> firstSubmission) {

    /** Refuses sets under other names than the assignment's. */
    public Assignment {
      Names.requirePerson(person);
      Names.requireArticle(article);
      Names.requireRound(round);
      if (repeat < 0 || position < 1) {
        throw new IllegalArgumentException(
            "repeat is %d, position is %d; they start at 0 and 1".formatted(repeat, position));
      }
      String name = Names.assignment(person, article, round, repeat);
      if (!set.name().equals(name)) {
        throw new IllegalArgumentException(
            "assignment %s holds the set %s".formatted(name, set.name()));
      }
      if (firstSubmission.isPresent()
          && !firstSubmission.get().equals(set)
          && !firstSubmission.get().name().equals(Names.firstSubmission(name))) {
        throw new IllegalArgumentException(
            "the first submission of %s is named %s".formatted(name, firstSubmission.get().name()));
      }
      boolean submitted = state.isComplete() || state == AssignmentState.RETURNED;
      if (submitted && firstSubmission.isEmpty()) {
        throw new IllegalArgumentException(
            "%s is %s and has no first submission".formatted(name, state));
      }
    }

    /** Such as {@code P01-A0001-R1}. */
    public String name() {
      return set.name();
    }

    /** Whether the set was changed after it was first submitted. */
    public boolean changedSinceSubmission() {
      return firstSubmission.isPresent() && !firstSubmission.get().equals(set);
    }

    /** The set, and the first submission where it is another one. */
    public List<ReleasedSet> sets() {
      return changedSinceSubmission() ? List.of(set, firstSubmission.orElseThrow()) : List.of(set);
    }
  }

  /** All sets with the article that each is about, in the order of the assignments. */
  public List<Labelled> labelled() {
    Map<String, Article> byName = articlesByName();
    return assignments.stream()
        .flatMap(a -> a.sets().stream().map(set -> new Labelled(find(byName, a), a, set)))
        .toList();
  }

  private static Article find(Map<String, Article> byName, Assignment assignment) {
    Article article = byName.get(assignment.article());
    if (article == null) {
      throw new IllegalStateException("no article " + assignment.article());
    }
    return article;
  }

  /**
   * A set beside the text that it is about.
   *
   * @param article labelled
   * @param assignment by which it was labelled
   * @param set what was said
   */
  public record Labelled(Article article, Assignment assignment, ReleasedSet set) {}
}

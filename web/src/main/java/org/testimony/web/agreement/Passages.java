package org.testimony.web.agreement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.text.Span;
import org.testimony.db.article.Article;
import org.testimony.db.project.Project;

/**
 * The passages behind a number, each with every person's version.
 *
 * @param project whose report it is
 * @param codebook in force
 * @param query what was asked for
 * @param total how many passages match
 * @param withheld how many more lie in articles whose rounds are not locked
 * @param names pseudonym to the name that the reader may see
 * @param list the page asked for, in order of the report
 */
public record Passages(
    Project project,
    Codebook codebook,
    PassageQuery query,
    int total,
    int withheld,
    Map<String, String> names,
    List<Place> list) {

  /** The most passages of one page. */
  static final int PAGE = 100;

  /** Copies. */
  public Passages {
    list = List.copyOf(list);
  }

  /**
   * One place in an article.
   *
   * @param article the article
   * @param target id of the target that the values are about, where there is one
   * @param agrees whether all have the same
   * @param versions what each annotator has
   */
  public record Place(
      Article article, Optional<String> target, boolean agrees, List<Version> versions) {

    /** Copies. */
    public Place {
      versions = List.copyOf(versions);
    }
  }

  /**
   * What an annotator has.
   *
   * @param annotator the pseudonym
   * @param span the characters; absent where nothing is marked or the article as a whole is meant
   * @param quote the exact text of each fragment
   * @param excerpt the words with what stands around them
   * @param label the label that counts; absent where it is unset or nothing is marked
   * @param speakers for attributions the words of the speakers whom the annotator linked
   */
  public record Version(
      String annotator,
      Optional<Span> span,
      List<String> quote,
      Optional<Excerpt> excerpt,
      Optional<String> label,
      List<String> speakers) {

    /** Copies. */
    public Version {
      quote = List.copyOf(quote);
      speakers = List.copyOf(speakers);
    }
  }
}

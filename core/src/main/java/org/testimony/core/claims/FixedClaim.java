package org.testimony.core.claims;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A claim as a file names it, not yet checked against a text.
 *
 * @param line of the file, from 1
 * @param article what names the article: its id, the SHA-256 of its text, or its file
 * @param words where the claim lies and what it carries
 * @param speakers who said it
 */
public record FixedClaim(long line, String article, Words words, List<Words> speakers) {

  /** Copies. */
  public FixedClaim {
    speakers = List.copyOf(speakers);
  }

  /**
   * A place in the text.
   *
   * @param fragments begin and end of each fragment, in code points
   * @param quote the text of each fragment, in the same order; empty where the file does not tell
   * @param features feature id to its values as the file writes them
   */
  public record Words(
      List<Place> fragments, List<String> quote, Map<String, List<String>> features) {

    /** Copies. */
    public Words {
      fragments = List.copyOf(fragments);
      quote = List.copyOf(quote);
      features = Map.copyOf(new TreeMap<>(features));
    }
  }

  /** From {@code begin} to before {@code end}, in code points. */
  public record Place(int begin, int end) {}
}

package org.testimony.core.inception;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.testimony.core.compare.AnnotatorSet;
import org.testimony.core.compare.ArticleValue;
import org.testimony.core.compare.ComparedArticle;
import org.testimony.core.compare.Mark;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Fragment;

/**
 * A document with the sets of those whose annotations count. Marks have the name of their layer's
 * type, values of the document as a whole the name that {@link #wholeDocument} gives.
 *
 * @param text its text
 * @param article the sets, in code points of the text
 * @param tokens the tokens that the tool cut the text into, in code points, in order
 */
public record InceptionDocument(ArticleText text, ComparedArticle article, List<Fragment> tokens) {

  /** Copies the tokens. */
  public InceptionDocument {
    tokens = List.copyOf(tokens);
  }

  /** The name under which a feature of a layer on the document as a whole stands. */
  public static String wholeDocument(String layer, String feature) {
    return layer + "|" + feature;
  }

  /**
   * The values of a feature on the document as a whole by annotator: of a layer that is on the
   * document, or of all spans of a layer. Everybody is there, with no value where none is set.
   */
  public Map<String, List<String>> values(String layer, String feature) {
    Map<String, List<String>> values = new TreeMap<>();
    for (AnnotatorSet set : article.sets()) {
      TreeSet<String> of = new TreeSet<>();
      for (ArticleValue value : set.values()) {
        if (value.feature().equals(wholeDocument(layer, feature))) {
          of.addAll(value.values());
        }
      }
      for (Mark mark : set.marks(layer)) {
        of.addAll(mark.values(feature));
      }
      values.put(set.annotator(), new ArrayList<>(of));
    }
    return values;
  }
}

package org.testimony.core.inception;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A text with annotations, as a file of the export holds it. Offsets are UTF-16 units.
 *
 * @param text the text
 * @param annotations the annotations of the types asked for
 */
record Cas(String text, List<Annotation> annotations) {

  private static final String SEGMENTS = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.";

  /** The type of the words that the tool cut the text into. */
  static final String TOKEN = SEGMENTS + "Token";

  /** The types that the tool makes by itself. */
  static final Set<String> SEGMENTATION = Set.of(TOKEN, SEGMENTS + "Sentence");

  /** Copies the annotations. */
  Cas {
    annotations = List.copyOf(annotations);
  }

  /**
   * One annotation.
   *
   * @param type full name of its type
   * @param range its place; absent where it is on the whole document
   * @param features feature to its values; unset ones are absent
   */
  record Annotation(String type, Optional<Range> range, Map<String, List<String>> features) {

    /** Copies the features. */
    Annotation {
      features = Map.copyOf(features);
    }
  }

  /** Units from begin to before end. */
  record Range(int begin, int end) {}

  /** The same annotations on another text. */
  Cas withText(String other) {
    return new Cas(other, annotations);
  }
}

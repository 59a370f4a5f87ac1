package org.testimony.core.annotation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.testimony.core.text.Span;

/**
 * What a labelled span says, without its name: the layer, the place, the features.
 *
 * @param layer id of a layer of the codebook
 * @param span the words
 * @param quote the exact text of each fragment
 * @param features by feature id; unset features are absent
 * @param note the annotator's remark
 * @param discuss whether the annotator asks for discussion
 */
public record Content(
    String layer,
    Span span,
    List<String> quote,
    Map<String, FeatureValue> features,
    Optional<String> note,
    boolean discuss) {

  /** Copies; features are kept in the order of their ids. */
  public Content {
    quote = List.copyOf(quote);
    features = Collections.unmodifiableMap(new TreeMap<>(features));
  }

  /** The same in another place. */
  public Content at(Span newSpan, List<String> newQuote) {
    return new Content(layer, newSpan, newQuote, features, note, discuss);
  }

  /** The same on another layer, with these features. */
  public Content on(String newLayer, Map<String, FeatureValue> newFeatures) {
    return new Content(newLayer, span, quote, newFeatures, note, discuss);
  }

  /** The same with one feature set, or unset where the value is empty. */
  public Content with(String feature, Optional<FeatureValue> value) {
    Map<String, FeatureValue> changed = new TreeMap<>(features);
    value.ifPresentOrElse(v -> changed.put(feature, v), () -> changed.remove(feature));
    return new Content(layer, span, quote, changed, note, discuss);
  }

  /** The same with another note, or none. */
  public Content withNote(Optional<String> newNote) {
    return new Content(layer, span, quote, features, newNote, discuss);
  }

  /** The same with the discuss flag as given. */
  public Content withDiscuss(boolean newDiscuss) {
    return new Content(layer, span, quote, features, note, newDiscuss);
  }
}

package org.testimony.core.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.core.text.Fragment;

/**
 * Labels of spans laid on tokens: each token has for each annotator the label of the span that
 * covers its first character, or {@link #OUTSIDE}.
 *
 * <p>Very different segmentations may give the same tokens, so this stands beside the measures of
 * spans and never for them.
 */
public final class TokenProjection {

  /** The label of tokens that an annotator did not mark. */
  public static final String OUTSIDE = "O";

  private TokenProjection() {}

  /** The tokens of a document as items, one annotator's spans not overlapping. */
  public static PatternTable patterns(SpanDocument document, Labels labels) {
    PatternTable.Builder builder = PatternTable.builder(labels);
    for (int[] token : codes(document, labels)) {
      builder.item(token);
    }
    return builder.build();
  }

  /** Adds the tokens of a document as items to data over all its annotators and others. */
  static void add(LabelData.Builder data, SpanDocument document) {
    int number = 0;
    for (int[] token : codes(document, data.labels())) {
      Map<String, String> labelOf = new LinkedHashMap<>();
      for (int a = 0; a < token.length; a++) {
        labelOf.put(document.annotators().get(a), data.labels().name(token[a]));
      }
      data.item(document.id() + " " + number++, document.id(), document.group(), labelOf);
    }
  }

  /** Token to annotator, in order of name, to the code of the label. */
  private static int[][] codes(SpanDocument document, Labels labels) {
    List<Integer> starts = new ArrayList<>();
    if (document.tokens().isEmpty()) {
      for (int at = 0; at < document.length(); at++) {
        starts.add(at);
      }
    } else {
      document.tokens().forEach(token -> starts.add(token.begin()));
    }
    int[][] codes = new int[starts.size()][document.annotators().size()];
    for (int a = 0; a < document.annotators().size(); a++) {
      List<SpanDocument.Labelled> spans = document.spansOf(document.annotators().get(a));
      for (int t = 0; t < codes.length; t++) {
        codes[t][a] = labels.code(labelAt(spans, starts.get(t)).orElse(OUTSIDE));
      }
    }
    return codes;
  }

  private static Optional<String> labelAt(List<SpanDocument.Labelled> spans, int place) {
    for (SpanDocument.Labelled span : spans) {
      if (span.span().begin() > place) {
        return Optional.empty();
      }
      for (Fragment fragment : span.span().fragments()) {
        if (fragment.begin() <= place && place < fragment.end()) {
          return Optional.of(span.label());
        }
      }
    }
    return Optional.empty();
  }
}

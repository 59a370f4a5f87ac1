package org.testimony.core.agreement;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One article in the table per article. Its values are for finding articles that went apart; the
 * values of the corpus are pooled and no mean of these.
 *
 * @param article the article
 * @param annotators who labelled it
 * @param marks layer to annotator to number of marks
 * @param values line id to the value on this article alone
 */
public record DocumentRow(
    String article,
    List<String> annotators,
    Map<String, Map<String, Long>> marks,
    Map<String, Estimate> values) {

  /** Copies the collections. */
  public DocumentRow {
    annotators = List.copyOf(annotators);
    marks = Collections.unmodifiableMap(new TreeMap<>(marks));
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }
}

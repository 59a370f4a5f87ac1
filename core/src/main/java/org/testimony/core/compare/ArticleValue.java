package org.testimony.core.compare;

import java.util.List;
import java.util.Optional;

/**
 * A value given to the article as a whole.
 *
 * @param feature id of the article feature
 * @param target the target it is about, where the feature is given per target
 * @param values the chosen labels, at least one, sorted
 */
public record ArticleValue(String feature, Optional<String> target, List<String> values) {

  /** Sorts the labels; refuses an empty list, since an unset value is simply absent. */
  public ArticleValue {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("article value " + feature + " holds no label");
    }
    values = values.stream().sorted().toList();
  }
}

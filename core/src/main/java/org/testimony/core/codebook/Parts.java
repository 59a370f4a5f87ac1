package org.testimony.core.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Lists of parts that have an id. */
final class Parts {

  private Parts() {}

  /** The list with the part in the place of the one of its id, else at the end. */
  static <T> List<T> with(List<T> parts, T part, Function<T, String> id) {
    List<T> result = new ArrayList<>(parts);
    for (int i = 0; i < result.size(); i++) {
      if (id.apply(result.get(i)).equals(id.apply(part))) {
        result.set(i, part);
        return result;
      }
    }
    result.add(part);
    return result;
  }

  /**
   * The list without the part of this id.
   *
   * @throws IllegalArgumentException when there is none
   */
  static <T> List<T> without(List<T> parts, String partId, Function<T, String> id) {
    List<T> result = parts.stream().filter(part -> !id.apply(part).equals(partId)).toList();
    if (result.size() == parts.size()) {
      throw new IllegalArgumentException(
          "%s is none of %s".formatted(Wording.shown(partId), parts.stream().map(id).toList()));
    }
    return result;
  }
}

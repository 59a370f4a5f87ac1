package org.testimony.web.codebook;

import java.io.Serializable;
import java.util.List;
import org.testimony.core.codebook.Change;

/**
 * A change as pages list it.
 *
 * @param major whether labels given before may be wrong or missing
 * @param part what kind of part changed, a key of the bundle
 * @param name the part's title
 * @param aspect what about it changed, a key of the bundle
 * @param before empty where there was nothing
 * @param after empty where there is nothing
 */
public record ChangeRow(
    boolean major, String part, String name, String aspect, String before, String after)
    implements Serializable {

  static List<ChangeRow> of(List<Change> changes) {
    return changes.stream().map(ChangeRow::of).toList();
  }

  private static ChangeRow of(Change change) {
    return new ChangeRow(
        change.weight() == Change.Weight.MAJOR,
        "part." + change.part(),
        change.name(),
        "aspect." + change.aspect(),
        change.before().orElse(""),
        change.after().orElse(""));
  }
}

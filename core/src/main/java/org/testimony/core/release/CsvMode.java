package org.testimony.core.release;

import java.util.Locale;
import java.util.Optional;

/** For whom tables are written. */
public enum CsvMode {
  /** For programs: every cell is exactly the value. */
  EXACT,
  /**
   * For spreadsheets, which run cells that look like a formula: such cells get an apostrophe before
   * them, and the file a byte order mark.
   */
  SPREADSHEET;

  /** Its name in addresses and manifests. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode of this name. */
  public static Optional<CsvMode> of(String id) {
    for (CsvMode mode : values()) {
      if (mode.id().equals(id)) {
        return Optional.of(mode);
      }
    }
    return Optional.empty();
  }
}

package org.testimony.web.release;

import java.util.List;
import java.util.Locale;
import org.testimony.core.release.Loss;
import org.testimony.core.release.Manifest;
import org.testimony.web.platform.Texts;

/** A file or folder of an export, as the page lists it. */
public final class FileLine {

  private final String path;
  private final String format;
  private final String rows;
  private final long bytes;

  private FileLine(String path, String format, String rows, long bytes) {
    this.path = path;
    this.format = format;
    this.rows = rows;
    this.bytes = bytes;
  }

  static FileLine of(Manifest.Entry entry) {
    String rows = entry.rows().isPresent() ? number(entry.rows().getAsInt()) : "";
    String format = entry.path().endsWith(".csv") ? "csv" : "jsonl";
    return new FileLine(entry.path(), format, rows, entry.bytes());
  }

  static FileLine ofFolder(String path, List<Manifest.Entry> files) {
    return new FileLine(
        path,
        "brat",
        Texts.of("release.files", files.size()),
        files.stream().mapToLong(Manifest.Entry::bytes).sum());
  }

  /** A loss in words, with how often. */
  static String words(Loss loss) {
    return Texts.of("release.loss." + loss.kind().name(), loss.count());
  }

  private static String number(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  public String getPath() {
    return path;
  }

  public String getFormat() {
    return format;
  }

  public String getRows() {
    return rows;
  }

  /** In bytes, KB or MB. */
  public String getSize() {
    if (bytes < 1_000) {
      return bytes + " B";
    }
    return bytes < 1_000_000
        ? number(Math.round(bytes / 1e3)) + " KB"
        : String.format(Locale.ENGLISH, "%,.1f MB", bytes / 1e6);
  }
}

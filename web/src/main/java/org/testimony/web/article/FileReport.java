package org.testimony.web.article;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.testimony.core.article.TextFiles;
import org.testimony.core.text.Decoding;
import org.testimony.web.platform.Texts;

/** What became of one file of an import. */
public sealed interface FileReport extends Serializable {

  /** The file's name; inside an archive with its folders. */
  String file();

  /** The archive that held it; empty for a file of its own. */
  String archive();

  /**
   * A new article.
   *
   * @param file its name
   * @param archive that held it, or empty
   * @param article its id
   * @param title given or guessed
   */
  record Stored(String file, String archive, UUID article, String title) implements FileReport {}

  /**
   * The article is there already; nothing was changed.
   *
   * @param file its name
   * @param archive that held it, or empty
   * @param article the one that is there
   * @param title of that one
   */
  record Present(String file, String archive, UUID article, String title) implements FileReport {}

  /**
   * Not stored.
   *
   * @param file its name
   * @param archive that held it, or empty
   * @param reason a name that stays the same
   * @param at index of the first byte at fault, from 0; negative where no byte is at fault
   * @param detail the reason in words
   */
  record Refused(String file, String archive, String reason, int at, String detail)
      implements FileReport {

    /** The byte at fault, where it is one. */
    public Optional<Integer> atByte() {
      return at < 0 ? Optional.empty() : Optional.of(at);
    }
  }

  /** A file whose bytes are no text. */
  static FileReport refused(IncomingFile file, Decoding.Refused refused, byte[] bytes) {
    String found = refused.at() < bytes.length ? "%02X".formatted(bytes[refused.at()]) : "";
    String reason = refused.reason().name();
    boolean atByte = refused.reason() != Decoding.Reason.EMPTY;
    return new Refused(
        file.name(),
        file.archive().orElse(""),
        reason,
        atByte ? refused.at() : -1,
        Texts.of("import.refused." + reason, found, refused.at()));
  }

  /** A file that was not looked into. */
  static FileReport refused(IncomingFile file, TextFiles.Reason reason, TextFiles.Limits limits) {
    return new Refused(
        file.name(),
        file.archive().orElse(""),
        reason.name(),
        -1,
        Texts.of(
            "import.refused." + reason,
            limits.textBytes() >> 20,
            limits.entries(),
            limits.ratio()));
  }
}

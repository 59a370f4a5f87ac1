package org.testimony.web.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.CodebookReader;
import org.testimony.core.codebook.Reading;

/** Codebooks as they come in from outside: what is wrong with one is refused with its places. */
public final class CodebookDocument {

  /** Most bytes that a document can have: no character takes more than three per UTF-16 unit. */
  public static final int LARGEST = 3 * CodebookReader.MOST_CHARACTERS;

  private CodebookDocument() {}

  /**
   * The codebook in a file.
   *
   * @throws Refused.Invalid with every fault and its JSON Pointer
   */
  public static Codebook of(byte[] file) {
    if (file.length > LARGEST) {
      throw new Refused.Invalid("codebook.large", CodebookReader.MOST_CHARACTERS);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new Refused.Invalid("codebook.utf8");
    }
  }

  /**
   * The codebook of a document.
   *
   * @throws Refused.Invalid with every fault and its JSON Pointer
   */
  public static Codebook of(String json) {
    return below("", json);
  }

  /** The codebook of a document that stands in another one at this JSON Pointer. */
  public static Codebook below(String pointer, String json) {
    Reading reading = CodebookReader.read(json);
    if (reading instanceof Reading.Valid valid) {
      return valid.codebook();
    }
    List<Refused.Fault> faults =
        ((Reading.Refused) reading)
            .problems().stream()
                .map(p -> new Refused.Fault(pointer + p.pointer(), p.detail()))
                .toList();
    throw new Refused.Invalid(faults);
  }
}

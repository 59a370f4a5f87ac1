package org.testimony.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into a text, or says at which byte it cannot. Nothing is replaced. */
public sealed interface Decoding {

  /**
   * The bytes are a text.
   *
   * @param text without its byte order mark
   * @param encoding the encoding used, by its IANA name
   * @param byteOrderMark whether one was removed
   * @param sourceSha256 of the bytes as they came
   */
  record Decoded(ArticleText text, String encoding, boolean byteOrderMark, Hash sourceSha256)
      implements Decoding {}

  /**
   * The bytes are refused.
   *
   * @param reason what is wrong
   * @param at index of the first byte that is wrong, from 0
   */
  record Refused(Reason reason, int at) implements Decoding {}

  /** Why bytes are no text. */
  enum Reason {
    /** A byte sequence that UTF-8 does not allow. */
    NOT_UTF8,
    /** The character NUL, which no article needs and the database refuses. */
    NUL,
    /** Nothing but white space, or nothing at all. */
    EMPTY
  }

  /** Decodes strict UTF-8, with or without a byte order mark. */
  static Decoding utf8(byte[] bytes) {
    boolean mark =
        bytes.length >= 3
            && bytes[0] == (byte) 0xEF
            && bytes[1] == (byte) 0xBB
            && bytes[2] == (byte) 0xBF;
    int start = mark ? 3 : 0;
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      return new Refused(Reason.NOT_UTF8, in.position());
    }
    for (int i = start; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        return new Refused(Reason.NUL, i);
      }
    }
    String characters = out.flip().toString();
    if (characters.isBlank()) {
      return new Refused(Reason.EMPTY, 0);
    }
    return new Decoded(ArticleText.of(characters), "UTF-8", mark, Hash.of(bytes));
  }
}

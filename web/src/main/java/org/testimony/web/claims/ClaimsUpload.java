package org.testimony.web.claims;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.testimony.web.platform.Refused;

/** The text of an uploaded file of claims. */
final class ClaimsUpload {

  /** How messages call a file that came without a name. */
  static final String NAMELESS = "claims";

  private static final int MOST_BYTES = 32 << 20;

  private ClaimsUpload() {}

  /**
   * Reads all of it.
   *
   * @throws Refused.Invalid when it is too long, or not UTF-8
   */
  static String text(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new Refused.Invalid("claims.tooLong", MOST_BYTES >> 20);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new Refused.Invalid("claims.notUtf8");
    }
  }
}

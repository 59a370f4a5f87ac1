package org.testimony.web.article;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.testimony.core.article.FileNames;

/** Percent-encoded UTF-8 (RFC 3986), as header fields carry names beyond ASCII. */
final class PercentEncoding {

  private PercentEncoding() {}

  /** The characters; empty where a percent sign has no two digits or the bytes are no UTF-8. */
  static Optional<String> decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c != '%') {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.ISO_8859_1));
        continue;
      }
      boolean complete = encoded.length() - i > 2;
      int high = complete ? Character.digit(encoded.charAt(i + 1), 16) : -1;
      int low = complete ? Character.digit(encoded.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        return Optional.empty();
      }
      bytes.write(high << 4 | low);
      i += 2;
    }
    return FileNames.ofUtf8(bytes.toByteArray());
  }
}

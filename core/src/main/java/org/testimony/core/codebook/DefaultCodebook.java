package org.testimony.core.codebook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The codebooks that come with the product. */
public final class DefaultCodebook {

  private DefaultCodebook() {}

  /**
   * The codebook {@code news-claims}: who claims what in the news, and where they stand. It has no
   * targets; each project adds its own.
   */
  public static Codebook newsClaims() {
    return NewsClaims.CODEBOOK;
  }

  /** Read once, when first asked for. */
  private static final class NewsClaims {
    static final Codebook CODEBOOK = read("news-claims.json");
  }

  private static Codebook read(String resource) {
    Reading reading = CodebookReader.read(text(resource));
    if (reading instanceof Reading.Valid valid) {
      return valid.codebook();
    }
    throw new IllegalStateException("%s is no codebook: %s".formatted(resource, reading));
  }

  private static String text(String resource) {
    try (InputStream in = DefaultCodebook.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new FileNotFoundException(resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("%s cannot be read".formatted(resource), e);
    }
  }
}

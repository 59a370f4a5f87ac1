package org.testimony.core.codebook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Reads a codebook from JSON text (RFC 8259), strictly. A property twice, text after the end,
 * comments, more than {@value #MOST_CHARACTERS} characters or nesting deeper than {@value
 * #MOST_DEPTH} end the reading at once; all other faults are reported together.
 */
public final class CodebookReader {

  /** The most UTF-16 units that a document may have. */
  public static final int MOST_CHARACTERS = 1 << 20;

  private static final int MOST_DEPTH = 16;
  private static final int MOST_STRING = 10_000;
  private static final int MOST_NAME = 200;
  private static final int MOST_DIGITS = 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MOST_DEPTH)
                          .maxStringLength(MOST_STRING)
                          .maxNameLength(MOST_NAME)
                          .maxNumberLength(MOST_DIGITS)
                          .build())
                  .build())
          .build();

  private CodebookReader() {}

  /** The codebook that the text says, or everything that is wrong with it. Never throws. */
  public static Reading read(String json) {
    if (json.length() > MOST_CHARACTERS) {
      return refused(
          "",
          "has %d characters, at most %d are allowed".formatted(json.length(), MOST_CHARACTERS));
    }
    try (JsonParser parser = MAPPER.createParser(json)) {
      return read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException("a string in memory could not be read", e);
    }
  }

  /** Everything that is wrong with the tree as a codebook. */
  static List<Problem> problems(JsonNode document) {
    Problems problems = new Problems();
    DocumentShape.DOCUMENT.check(document, "", problems);
    Coherence.check(document, problems);
    return problems.list();
  }

  private static Reading read(JsonParser parser) throws IOException {
    JsonNode document;
    try {
      if (parser.nextToken() == null) {
        return refused("", "is empty");
      }
      document = MAPPER.readTree(parser);
      if (parser.nextToken() != null) {
        return refused("", "goes on after its end, at " + place(parser.currentTokenLocation()));
      }
    } catch (JsonProcessingException e) {
      return refused(pointer(parser), "is no JSON that can be read: " + reason(e));
    }
    List<Problem> problems = problems(document);
    return problems.isEmpty()
        ? new Reading.Valid(TreeToCodebook.codebook(document))
        : new Reading.Refused(problems);
  }

  private static Reading refused(String pointer, String detail) {
    return new Reading.Refused(List.of(new Problem(pointer, detail)));
  }

  /** The place where the parser stopped; names that cannot be shown cut it short. */
  private static String pointer(JsonParser parser) {
    String pointer = parser.getParsingContext().pathAsPointer().toString();
    return pointer.isEmpty() || Wording.PROPOSITION.fault(pointer).isEmpty() ? pointer : "";
  }

  private static String reason(JsonProcessingException e) {
    String text = e.getOriginalMessage().lines().findFirst().orElse("unknown");
    String plain =
        text.codePoints()
            .filter(CodebookReader::isPlain)
            .limit(200)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return e.getLocation() == null ? plain : plain + ", at " + place(e.getLocation());
  }

  private static boolean isPlain(int codePoint) {
    return codePoint >= ' ' && codePoint < 0x7F;
  }

  private static String place(JsonLocation location) {
    return "line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
  }
}

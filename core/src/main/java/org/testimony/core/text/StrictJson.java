package org.testimony.core.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * JSON as a tree, read strictly and written in one form only, so that the same content has the same
 * bytes and the same hash.
 *
 * <p>Refused: a name twice in one object, anything after the document, nesting deeper than 64,
 * numbers longer than 32 digits. The length of the input is the caller's to limit.
 */
public final class StrictJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNumberLength(32)
                          .maxStringLength(20_000_000)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final JsonMapper INDENTED =
      MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

  private StrictJson() {}

  /**
   * The document as a tree.
   *
   * @throws Malformed when it is no JSON, or breaks a rule above; names line and column
   */
  public static JsonNode read(String json) {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node == null || node.isMissingNode()) {
        throw new Malformed("", "the document is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line %d, column %d)"
                  .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
      throw new Malformed("", "this is no valid JSON: " + e.getOriginalMessage() + where);
    }
  }

  /** The tree in one line, without white space between tokens, in the order of its properties. */
  public static String write(JsonNode node) {
    return written(MAPPER, node);
  }

  /** The tree over several lines, for people. */
  public static String writeIndented(JsonNode node) {
    return written(INDENTED, node).replace("\r\n", "\n") + "\n";
  }

  private static String written(JsonMapper mapper, JsonNode node) {
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can always be written", e);
    }
  }

  /** A new, empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** A document that does not have the form it must have. */
  public static final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * A fault at a place of a document.
     *
     * @param pointer JSON Pointer (RFC 6901); empty for the whole document
     * @param detail what is wrong and what was expected
     */
    public Malformed(String pointer, String detail) {
      super(detail);
      this.pointer = pointer;
    }

    /** Where the fault is, as a JSON Pointer; empty for the whole document. */
    public String pointer() {
      return pointer;
    }
  }
}

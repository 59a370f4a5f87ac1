package org.testimony.core.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Documents for tests, as trees that a test may spoil. */
final class Documents {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String SMALL =
      """
      {
        "id": "small",
        "version": "1.2.3",
        "title": "Small",
        "description": "A codebook for tests.",
        "language": "en",
        "licence": "CC0-1.0",
        "layers": [
          {
            "id": "Claim", "title": "Claim", "definition": "What is claimed.",
            "letter": "C", "key": "c", "color": 1,
            "features": [
              {
                "id": "form", "title": "Form", "definition": "How.", "type": "CHOICE",
                "required": true,
                "labels": [
                  {"id": "DIRECT", "title": "Direct", "definition": "Quoted.", "key": "d"},
                  {"id": "AUTHORIAL", "title": "Author", "definition": "Own voice.", "key": "a"}
                ]
              },
              {"id": "hedged", "title": "Hedged", "definition": "Held back.", "type": "FLAG"}
            ]
          },
          {
            "id": "Speaker", "title": "Speaker", "definition": "Who.",
            "letter": "S", "key": "s", "color": 2
          }
        ],
        "relations": [
          {
            "id": "SAID_BY", "title": "Said by", "definition": "The source.",
            "from": "Claim", "to": "Speaker", "min": 1, "max": 3,
            "exempt": {"feature": "form", "label": "AUTHORIAL"}
          }
        ],
        "stance": {
          "id": "stance", "title": "Stance", "definition": "Where.", "layer": "Claim",
          "labels": [
            {"id": "FAVOR", "title": "For", "definition": "For it.", "key": "f", "glyph": "▲"},
            {"id": "AGAINST", "title": "Against", "definition": "Against.", "key": "a",
             "glyph": "▼"},
            {"id": "NOT_ABOUT", "title": "Not about", "definition": "Else.", "key": "o"}
          ],
          "scale": ["AGAINST", "FAVOR"]
        },
        "articleFeatures": [
          {
            "id": "stance", "title": "Stance", "definition": "Of the article.",
            "type": "CHOICE", "perTarget": true,
            "labels": [
              {"id": "FAVOR", "title": "For", "definition": "For it."},
              {"id": "AGAINST", "title": "Against", "definition": "Against it."}
            ]
          }
        ],
        "targets": [
          {"id": "T1", "title": "The tunnel should be built", "definition": "All of it."}
        ],
        "switches": {
          "outermostOnly": {"title": "Outermost", "definition": "Only.", "value": false},
          "authorial": {
            "title": "Own voice", "definition": "How much.", "value": "ALL",
            "options": ["ALL", "NONE"]
          }
        },
        "rules": [
          {"number": 1, "title": "One", "text": "Do.", "example": "Done."},
          {"number": 2, "title": "Two", "text": "Do.", "example": "Done."}
        ]
      }
      """;

  private Documents() {}

  /** A fresh tree that uses every part of the format. */
  static ObjectNode small() {
    return tree(SMALL);
  }

  /** The codebook of {@link #small()}. */
  static Codebook smallCodebook() {
    return valid(SMALL);
  }

  static ObjectNode tree(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("the test's own document is no JSON", e);
    }
  }

  /** The object at the pointer. */
  static ObjectNode object(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  /** The list at the pointer. */
  static ArrayNode list(JsonNode document, String pointer) {
    return (ArrayNode) document.at(pointer);
  }

  /** The codebook that the text says; fails the test where it is refused. */
  static Codebook valid(String json) {
    Reading reading = CodebookReader.read(json);
    assertThat(reading).isInstanceOf(Reading.Valid.class);
    return ((Reading.Valid) reading).codebook();
  }

  /** What is wrong with the text; nothing where it is a codebook. */
  static List<Problem> problems(String json) {
    Reading reading = CodebookReader.read(json);
    return reading instanceof Reading.Refused refused ? refused.problems() : List.of();
  }
}

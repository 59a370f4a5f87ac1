package org.testimony.core.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.testimony.core.text.Hash;

class CodebookWriterTest {

  @Test
  void what_is_written_reads_as_the_same_codebook() {
    for (Codebook codebook :
        new Codebook[] {Documents.smallCodebook(), DefaultCodebook.newsClaims()}) {
      assertThat(Documents.valid(CodebookWriter.write(codebook))).isEqualTo(codebook);
    }
  }

  @Test
  void the_resource_is_canonical_so_that_its_bytes_are_its_hash() throws IOException {
    byte[] resource;
    try (var in = DefaultCodebook.class.getResourceAsStream("news-claims.json")) {
      resource = in.readAllBytes();
    }
    Codebook codebook = DefaultCodebook.newsClaims();

    assertThat(CodebookWriter.write(codebook).getBytes(StandardCharsets.UTF_8)).isEqualTo(resource);
    assertThat(CodebookWriter.sha256(codebook)).isEqualTo(Hash.of(resource));
  }

  @Test
  void order_of_properties_and_switches_in_the_source_does_not_matter() {
    ObjectNode turned = (ObjectNode) reversed(Documents.small());

    assertThat(CodebookWriter.write(Documents.valid(turned.toString())))
        .isEqualTo(CodebookWriter.write(Documents.smallCodebook()));
  }

  @Test
  void writes_two_spaces_line_feeds_and_plain_characters() {
    String text = CodebookWriter.write(Documents.smallCodebook());

    assertThat(text)
        .startsWith("{\n  \"id\": \"small\",\n  \"version\": \"1.2.3\",\n")
        .contains("\"glyph\": \"▲\"")
        .contains("\"features\": []")
        .endsWith("  ]\n}\n")
        .doesNotContain("\r");
  }

  @Test
  void writes_enabled_of_layers_always_and_of_others_only_where_it_is_false() {
    Codebook codebook = Documents.smallCodebook();
    Feature hedged = codebook.feature("Claim", "hedged").orElseThrow().withEnabled(false);
    Layer claim = codebook.layer("Claim").orElseThrow().withFeature(hedged);
    JsonNode tree = Documents.tree(CodebookWriter.write(codebook.withLayer(claim)));

    assertThat(tree.at("/layers/0/enabled").asBoolean()).isTrue();
    assertThat(tree.at("/layers/0/features/0/enabled").isMissingNode()).isTrue();
    assertThat(tree.at("/layers/0/features/1/enabled").isBoolean()).isTrue();
    assertThat(tree.at("/layers/0/features/1/enabled").asBoolean()).isFalse();
  }

  private static JsonNode reversed(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      if (node.isArray()) {
        for (int i = 0; i < node.size(); i++) {
          ((ArrayNode) node).set(i, reversed(node.get(i)));
        }
      }
      return node;
    }
    ObjectNode result = object.objectNode();
    var entries = new ArrayList<>(object.properties());
    Collections.reverse(entries);
    entries.forEach(entry -> result.set(entry.getKey(), reversed(entry.getValue())));
    return result;
  }
}

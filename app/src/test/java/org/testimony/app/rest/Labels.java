package org.testimony.app.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.testimony.core.text.StrictJson;

/** One tab of the workbench at one assignment: makes operations and the batches that carry them. */
final class Labels {

  private final String text;
  private final UUID client = UUID.randomUUID();
  private long sequence;

  Labels(String text) {
    this.text = text;
  }

  /** An operation without a subject, to which the caller adds what it changes. */
  private ObjectNode operation(String type) {
    ObjectNode node = StrictJson.object();
    node.put("opId", UUID.randomUUID().toString());
    node.put("clientSeq", ++sequence);
    node.put("type", type);
    node.put("input", "KEY");
    node.put("codebook", "1.0.0");
    return node;
  }

  /** Adds a claim in the article's own voice, which is complete without a speaker. */
  ObjectNode claim(String id, int begin, int end) {
    ObjectNode node = operation("addSpan").put("subject", id);
    ObjectNode after = node.putObject("after").put("layer", "Claim");
    after.putArray("span").addArray().add(begin).add(end);
    int from = text.offsetByCodePoints(0, begin);
    after.putArray("quote").add(text.substring(from, text.offsetByCodePoints(from, end - begin)));
    after.putObject("features").put("form", "AUTHORIAL").put("kind", "FACT");
    return node;
  }

  ObjectNode feature(String claim, String field, String value) {
    return operation("setFeature").put("subject", claim).put("field", field).put("after", value);
  }

  ObjectNode stance(String claim, String target, String value) {
    return operation("judge").put("subject", claim).put("target", target).put("after", value);
  }

  ObjectNode note(String words) {
    return operation("setNote").put("after", words);
  }

  ObjectNode submit() {
    ObjectNode node = operation("submit");
    node.putObject("after").put("unsetStanceConfirmed", true);
    return node;
  }

  /** The body that carries operations. */
  ObjectNode batch(long baseRevision, List<? extends JsonNode> operations) {
    ObjectNode node = StrictJson.object();
    node.put("clientId", client.toString());
    node.put("baseRevision", baseRevision);
    ArrayNode array = node.putArray("operations");
    operations.forEach(array::add);
    return node;
  }
}

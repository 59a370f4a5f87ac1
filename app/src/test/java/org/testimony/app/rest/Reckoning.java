package org.testimony.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.testimony.app.Product;

/** Compares what drivers were told is stored with what the product's logs hold. */
final class Reckoning {

  private Reckoning() {}

  /** Every acknowledged operation is in the log once and as it was sent; the counts are printed. */
  static void check(Product product, List<Driver> drivers, String when, long seed)
      throws Exception {
    Map<String, List<JsonNode>> stored = stored(product, drivers);
    int acknowledged = 0;
    int resent = 0;
    int found = 0;
    List<String> lost = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    for (Driver driver : drivers) {
      resent += driver.resent();
      acknowledged += driver.acknowledged().size();
      for (Map.Entry<String, JsonNode> entry : driver.acknowledged().entrySet()) {
        List<JsonNode> copies = stored.getOrDefault(entry.getKey(), List.of());
        found += Math.min(copies.size(), 1);
        if (copies.isEmpty()) {
          lost.add(entry.getKey());
        } else if (!copies.get(0).equals(entry.getValue())) {
          changed.add(entry.getValue() + " became " + copies.get(0));
        }
      }
    }
    List<String> doubled =
        stored.entrySet().stream()
            .filter(entry -> entry.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .toList();
    System.out.printf(
        "%s, seed %d: acknowledged %d, found %d, lost %d, doubled %d, changed %d; in the log %d, resent"
            + " %d%n",
        when,
        seed,
        acknowledged,
        found,
        lost.size(),
        doubled.size(),
        changed.size(),
        stored.size(),
        resent);
    assertThat(acknowledged).as("acknowledged " + when).isPositive();
    assertThat(lost).as("lost " + when).isEmpty();
    assertThat(doubled).as("doubled " + when).isEmpty();
    assertThat(changed).as("changed " + when).isEmpty();
  }

  /** The stored operations by id, as clients sent them; revisions have no gap. */
  private static Map<String, List<JsonNode>> stored(Product product, List<Driver> drivers)
      throws Exception {
    Map<String, List<JsonNode>> stored = new HashMap<>();
    List<String> read = new ArrayList<>();
    for (Driver driver : drivers) {
      if (read.contains(driver.assignment())) {
        continue;
      }
      read.add(driver.assignment());
      Rest rest = driver.person().rest(product);
      String path = "/assignments/" + driver.assignment() + "/operations?since=0";
      JsonNode log = rest.get(path).expect(200).json();
      long revision = 0;
      for (JsonNode entry : log.path("operations")) {
        assertThat(entry.path("revision").asLong()).as("revision").isEqualTo(++revision);
        ObjectNode operation = entry.deepCopy();
        operation.remove(List.of("revision", "clientId", "at"));
        stored
            .computeIfAbsent(Rest.text(operation, "opId"), id -> new ArrayList<>())
            .add(operation);
      }
      assertThat(log.path("revision").asLong()).as("newest revision").isEqualTo(revision);
    }
    return stored;
  }
}

package org.testimony.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Several labels of one annotator on one item. */
class SetValuedTest {

  private static Set<String> set(JsonNode labels) {
    Set<String> set = new TreeSet<>();
    labels.forEach(label -> set.add(label.asText()));
    return set;
  }

  @Test
  void alpha_with_masi_of_2006_and_jaccard_is_what_was_recomputed() {
    JsonNode file = Fixtures.read("set-valued.json");
    List<Set<String>> all = new ArrayList<>();
    file.get("items").forEach(item -> item.forEach(labels -> all.add(set(labels))));
    LabelSets sets = LabelSets.of(all);
    LabelData.Builder builder = LabelData.builder(sets.labels(), List.of("a", "b"));
    int number = 0;
    for (JsonNode item : file.get("items")) {
      builder.item(
          "i" + number++,
          "d",
          Map.of("a", LabelSets.name(set(item.get(0))), "b", LabelSets.name(set(item.get(1)))));
    }
    LabelAgreement agreement = Fixtures.agreement(builder.build());
    assertThat(agreement.alphaMasi(sets).value().orElseThrow())
        .as("DKPro's product gives .252")
        .isCloseTo(0.273080661, within(1e-8));
    assertThat(agreement.alphaJaccard(sets).value().orElseThrow())
        .isCloseTo(0.315619968, within(1e-8));
  }

  @Test
  void distances_of_sets_follow_passonneau_2006() {
    for (JsonNode one : Fixtures.read("set-valued.json").get("distances")) {
      double distance =
          one.get("measure").asText().equals("masi")
              ? LabelSets.masi(set(one.get("a")), set(one.get("b")))
              : LabelSets.jaccard(set(one.get("a")), set(one.get("b")));
      assertThat(distance)
          .isCloseTo(one.get("expected").asDouble(), within(one.get("tolerance").asDouble()));
    }
    assertThat(LabelSets.masi(Set.of(), Set.of())).isZero();
    assertThat(LabelSets.masi(Set.of(), Set.of("A"))).isEqualTo(1);
  }

  @Test
  void two_sets_never_share_a_name() {
    assertThat(LabelSets.name(Set.of("a b"))).isNotEqualTo(LabelSets.name(Set.of("a", "b")));
  }
}

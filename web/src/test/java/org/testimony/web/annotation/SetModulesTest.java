package org.testimony.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's annotation set: changes, their inverses, what is missing, and two tabs that meet. */
class SetModulesTest {

  private static final Map<String, Object> NOTHING = Map.of();
  private static Modules set;

  @BeforeAll
  static void load() {
    set = Modules.load("set-cases.js");
  }

  @AfterAll
  static void close() {
    set.close();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void a_change_and_its_inverse_leave_everything_as_it_was(int seed) {
    JsonNode result = set.call("undoing", Map.of("seed", seed, "length", 400));
    assertThat(result.get("broken")).isEmpty();
    TreeSet<String> types = new TreeSet<>();
    result.get("types").fieldNames().forEachRemaining(types::add);
    assertThat(types)
        .containsExactly(
            "addSpan",
            "judge",
            "link",
            "moveSpan",
            "relabel",
            "removeSpan",
            "setArticleValue",
            "setFeature",
            "setFlag",
            "setNote",
            "unlink");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {11, 12, 13, 14, 15, 16})
  void a_whole_history_is_taken_back_and_done_again(int seed) {
    JsonNode result = set.call("undoingAll", Map.of("seed", seed, "length", 150));
    assertThat(result.get("undone").asInt())
        .isEqualTo(result.get("acts").asInt())
        .isGreaterThan(90);
    assertThat(result.get("isEmpty").asBoolean()).isTrue();
    assertThat(result.get("isAgain").asBoolean()).isTrue();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(ints = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
  void two_tabs_and_the_server_come_to_hold_the_same(int seed) {
    JsonNode result = set.call("convergence", Map.of("seed", seed, "length", 250));
    assertThat(result.get("operations").asInt()).isGreaterThan(80);
    assertThat(result.get("waiting")).extracting(JsonNode::asInt).containsOnly(0);
    assertThat(result.get("equal")).extracting(JsonNode::asBoolean).containsOnly(true);
  }

  @Test
  void a_later_change_wins_and_is_told() {
    JsonNode result = set.call("overwriting", NOTHING);
    assertThat(result.get("value").asText()).isEqualTo("FAVOR");
    assertThat(result.get("foreign").asInt()).isEqualTo(1);
    assertThat(result.get("replaced")).hasSize(1);
    assertThat(result.get("replaced").get(0).get("was").asText()).isEqualTo("AGAINST");
  }

  @Test
  void a_rejected_operation_leaves_the_picture_and_the_undo_stack() {
    JsonNode result = set.call("rejecting", NOTHING);
    assertThat(result.get("spans")).extracting(JsonNode::asText).containsExactly("b");
    assertThat(result.get("after")).isEmpty();
    assertThat(result.get("left").asInt()).isZero();
  }

  @Test
  void news_with_a_gap_before_them_are_not_taken_in() {
    JsonNode result = set.call("gap", NOTHING);
    assertThat(result.get("gap").asBoolean()).isTrue();
    assertThat(result.get("revision").asInt()).isEqualTo(3);
    assertThat(result.get("note").isNull()).isTrue();
  }

  @Test
  void what_is_missing_is_named_in_text_order() throws Exception {
    JsonNode lacking =
        set.call(
            "lacking",
            json(
                """
                {"set": {"spans": [
                   {"id": "late", "layer": "Claim", "span": [[50, 60]], "quote": [""], "features": {"form": "AUTHORIAL"}},
                   {"id": "early", "layer": "Claim", "span": [[5, 9]], "quote": [""], "features": {}},
                   {"id": "who", "layer": "Speaker", "span": [[20, 25]], "quote": [""], "features": {"type": "PERSON"}}],
                 "judgements": [{"claim": "late", "target": "T1", "value": "FAVOR"}, {"claim": "late", "target": "T2", "value": "FAVOR"}]}}
                """));
    assertThat(lacking)
        .extracting(JsonNode::asText)
        .containsExactly(
            "feature early form",
            "relation early SAID_BY",
            "stance early stance T1",
            "stance early stance T2",
            "article  relevance");
  }

  @Test
  void spans_are_numbered_in_text_order_by_layer() throws Exception {
    JsonNode names =
        set.call(
            "names",
            json(
                """
                {"set": {"spans": [
                   {"id": "b", "layer": "Claim", "span": [[5, 9]], "quote": [""]},
                   {"id": "a", "layer": "Claim", "span": [[5, 20]], "quote": [""]},
                   {"id": "c", "layer": "Speaker", "span": [[1, 3]], "quote": [""]}]}}
                """));
    assertThat(names.get("a").asText()).isEqualTo("C1/2");
    assertThat(names.get("b").asText()).isEqualTo("C2/2");
    assertThat(names.get("c").asText()).isEqualTo("S1/1");
  }

  @Test
  void labels_have_their_own_keys() {
    JsonNode keys = set.call("keys", Map.of("chosen", NOTHING));
    assertThat(keys.get("label:Claim").asText()).isEqualTo("c");
    assertThat(keys.get("label:Speaker").asText()).isEqualTo("s");
    assertThat(keys.get("label:Cue").asText()).as("c is taken by the claim").isEqualTo("u");
    assertThat(keys.get("stance:FAVOR").asText()).isEqualTo("f");
    assertThat(keys.has("label:Off")).isFalse();
    assertThat(set.call("ambiguousKeys", NOTHING)).isEmpty();
  }

  @Test
  void a_person_may_choose_another_key() {
    JsonNode keys = set.call("keys", Map.of("chosen", Map.of("label:Claim", "x")));
    assertThat(keys.get("label:Claim").asText()).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource({
    "c, KeyC, false, false, false, label:Claim",
    "C, KeyC, false, false, false, label:Claim",
    "с, KeyC, false, false, false, label:Claim",
    "х, BracketLeft, false, false, false, span-previous",
    "1, Digit1, false, false, false, label:Claim",
    "?, Slash, false, false, true, keys",
    "z, KeyZ, true, false, false, undo",
    "Z, KeyZ, true, false, true, redo",
    "ArrowRight, ArrowRight, false, false, true, extend-next",
    "ArrowRight, ArrowRight, false, true, true, character-next",
    "ArrowDown, ArrowDown, true, false, false, paragraph-next",
    "Enter, Enter, true, false, false, submit",
    "c, KeyC, true, false, false, ",
    "q, KeyQ, false, false, false, ",
  })
  void a_key_stands_for_a_command(
      String key, String code, boolean ctrl, boolean alt, boolean shift, String command) {
    JsonNode found =
        set.call(
            "command",
            Map.of(
                "event",
                Map.of(
                    "key", key, "code", code, "ctrlKey", ctrl, "altKey", alt, "shiftKey", shift)));
    assertThat(found.isNull() ? null : found.asText()).isEqualTo(command);
  }

  @Test
  void keys_of_one_character_can_be_switched_off() {
    assertThat(set.call("command", Map.of("event", Map.of("key", "c"), "off", true)).isNull())
        .isTrue();
    assertThat(set.call("command", Map.of("event", Map.of("key", "Delete"), "off", true)).asText())
        .isEqualTo("remove");
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }
}

package org.testimony.web.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's queue of unsent operations, among a clock, a store and a server made for the test. */
class QueueTest {

  private static Modules queue;

  @BeforeAll
  static void load() {
    queue = Modules.load("queue-cases.js");
  }

  @AfterAll
  static void close() {
    queue.close();
  }

  private static JsonNode run(String scenario) {
    return queue.call(scenario, Map.of());
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(entry -> texts.add(entry.asText()));
    return texts;
  }

  @Test
  void sends_300_ms_after_the_last_change() {
    JsonNode result = run("waitsForRest");
    assertThat(result.get("early").asInt()).isZero();
    assertThat(result.get("sent").toString()).isEqualTo("[[\"a\",\"b\"]]");
    assertThat(result.get("times").toString()).isEqualTo("[500]");
    assertThat(result.get("left")).isEmpty();
  }

  @Test
  void sends_after_1500_ms_however_busy_the_annotator_is() {
    JsonNode result = run("waitsNoLonger");
    assertThat(result.get("times").get(0).asInt()).isEqualTo(1500);
    assertThat(result.get("first").asInt()).isEqualTo(8);
    assertThat(result.get("all").asInt()).isEqualTo(12);
  }

  @Test
  void says_saved_only_after_the_acknowledgement() {
    JsonNode result = run("saysSavedLast");
    assertThat(result.get("before").asText()).isEqualTo("status.nothing");
    assertThat(texts(result.get("statuses")))
        .containsExactly("status.saving 2", "status.onlyHere 2", "status.saved at 3300");
    assertThat(result.get("left")).isEmpty();
  }

  @Test
  void tries_again_after_1_2_4_up_to_30_seconds() {
    JsonNode result = run("triesAgain");
    assertThat(texts(result.get("delays")))
        .containsExactly("1000", "2000", "4000", "8000", "16000", "30000", "30000", "30000");
    assertThat(result.get("left")).isEmpty();
  }

  @Test
  void waits_as_long_as_the_server_asks() {
    assertThat(run("obeysTheServersDelay").asInt()).isEqualTo(9000);
  }

  @Test
  void repeats_a_batch_whose_answer_was_lost() {
    JsonNode result = run("repeatsWhatMayBeLost");
    assertThat(result.get("sent").toString()).isEqualTo("[[\"a\",\"b\"],[\"a\",\"b\"]]");
    assertThat(result.get("logged").asInt()).isEqualTo(2);
    assertThat(texts(result.get("operations"))).containsExactly("a", "b");
    assertThat(result.get("left")).isEmpty();
  }

  @Test
  void keeps_everything_while_nobody_or_somebody_else_is_signed_in() {
    JsonNode result = run("keepsTheQueueWithoutSession");
    JsonNode during = result.get("during");
    assertThat(during.get("sent").asInt()).isEqualTo(1);
    assertThat(texts(during.get("left"))).containsExactly("a", "b");
    assertThat(during.get("status").asText()).isEqualTo("status.signIn");
    assertThat(result.get("stranger").asInt()).isEqualTo(1);
    assertThat(result.get("sent").toString()).isEqualTo("[[\"a\"],[\"a\",\"b\"]]");
    assertThat(result.get("left")).isEmpty();
  }

  @Test
  void cuts_batches_at_200_operations_and_250_kilobytes() {
    JsonNode result = run("cutsBatches");
    assertThat(result.get("sizes").toString()).isEqualTo("[200,200,50]");
    assertThat(result.get("inOrder").asBoolean()).isTrue();
    assertThat(result.get("large").toString()).as("100 kB each in UTF-8").isEqualTo("[2,2]");
  }

  @Test
  void sets_aside_the_one_operation_that_makes_a_request_unreadable() {
    JsonNode result = run("setsTheBrokenOneAside");
    assertThat(result.get("rejected").toString()).isEqualTo("[[\"b\",\"REFUSED\",\"poison\"]]");
    assertThat(texts(result.get("logged"))).containsExactly("a", "c");
    assertThat(result.get("left")).isEmpty();
  }

  @Test
  void keeps_rejected_operations_until_they_are_dismissed() {
    JsonNode result = run("keepsRejectionsAside");
    assertThat(result.get("kept").toString()).isEqualTo("[[\"b\",\"QUOTE_MISMATCH\",\"b\"]]");
    assertThat(texts(result.get("news"))).containsExactly("b");
    assertThat(result.get("left")).isEmpty();
    assertThat(result.get("after").asInt()).isZero();
  }

  @Test
  void sends_what_an_earlier_page_left_under_its_own_name_and_nothing_of_other_people() {
    JsonNode result = run("takesWhatAnEarlierPageLeft");
    assertThat(texts(result.get("found"))).containsExactly("a");
    assertThat(result.get("batches").toString())
        .isEqualTo("[[\"first\",[\"a\"]],[\"second\",[\"b\"]]]");
    assertThat(result.get("left")).isEmpty();
    assertThat(texts(result.get("others"))).containsExactly("secret");
  }

  @Test
  void shows_what_comes_too_late_for_a_closed_assignment() {
    JsonNode result = run("isClosed");
    assertThat(texts(result.get("rejected"))).containsExactly("ASSIGNMENT_CLOSED");
    assertThat(result.get("left")).isEmpty();
    assertThat(result.get("status").asText()).as("not saved").isEqualTo("status.nothing");
  }

  @Test
  void hands_the_browser_at_most_60_kilobytes_when_the_page_goes() {
    JsonNode result = run("leaves");
    assertThat(result.get("bytes").asInt()).isBetween(40_000, 60_000);
    assertThat(result.get("left").asInt()).as("kept until acknowledged").isEqualTo(20);
    assertThat(result.get("whileSignedOut").asInt()).isZero();
  }

  @Test
  void does_not_send_in_circles_when_an_answer_settles_nothing() {
    JsonNode result = run("doesNotTurnInCircles");
    assertThat(result.get("sent").asInt()).isEqualTo(2);
    assertThat(texts(result.get("left"))).containsExactly("a");
  }

  @Test
  void a_browser_that_keeps_nothing_loses_nothing_while_the_page_stays() {
    JsonNode result = run("survivesAFullDisk");
    assertThat(result.get("during").asText()).isEqualTo("status.onlyHere 1");
    assertThat(result.get("logged").asInt()).isEqualTo(1);
    assertThat(result.get("count").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0, ready, , true, status.nothing",
    "0, ready, 7, true, status.saved at 7",
    "3, ready, 7, true, status.saving 3",
    "12, offline, 7, true, status.offlineKept 12",
    "12, offline, 7, false, status.onlyHere 12",
    "12, retry, 7, true, status.retryKept 12",
    "0, offline, 7, true, status.offline",
    "0, retry, 7, true, status.trying",
    "1, sign-in, 7, true, status.signIn",
    "0, sign-in, 7, true, status.signIn",
    "1, stranger, 7, true, status.stranger",
    "1, gone, 7, true, status.gone",
  })
  void the_pill_says_what_is_so(
      int count, String mode, Integer savedAt, boolean durable, String said) {
    Map<String, Object> status = new HashMap<>();
    status.put("count", count);
    status.put("mode", mode);
    status.put("savedAt", savedAt);
    status.put("durable", durable);
    assertThat(queue.call("pill", Map.of("status", status)).asText()).isEqualTo(said);
  }

  @Test
  void the_pill_does_not_say_saved_while_something_was_not_taken() {
    Map<String, Object> status =
        Map.of("count", 0, "mode", "ready", "savedAt", 7, "durable", true, "rejected", 2);
    assertThat(queue.call("pill", Map.of("status", status)).asText()).isEqualTo("drawer.notice 2");
  }
}

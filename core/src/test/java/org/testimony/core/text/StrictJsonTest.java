package org.testimony.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.testimony.core.text.StrictJson.Malformed;

class StrictJsonTest {

  private static JsonObject object(String json) {
    return JsonObject.of(StrictJson.read(json));
  }

  @Test
  void refuses_what_is_no_json_with_its_place() {
    assertThatThrownBy(() -> StrictJson.read("{\"a\":}"))
        .isInstanceOf(Malformed.class)
        .hasMessageContaining("line 1, column 6");
  }

  @Test
  void refuses_a_name_twice_trailing_text_and_nothing() {
    assertThatThrownBy(() -> StrictJson.read("{\"a\":1,\"a\":2}")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> StrictJson.read("{} x")).isInstanceOf(Malformed.class);
    assertThatThrownBy(() -> StrictJson.read("")).isInstanceOf(Malformed.class);
  }

  @Test
  void refuses_nesting_of_a_hundred_thousand() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatThrownBy(() -> StrictJson.read(deep)).isInstanceOf(Malformed.class);
  }

  @Test
  void names_the_place_of_an_unknown_property() {
    assertThatThrownBy(() -> object("{\"a/b\":1}").only("c"))
        .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.pointer()).isEqualTo("/a~1b"));
  }

  @Test
  void refuses_wrong_types_with_their_place() {
    assertThatThrownBy(() -> object("{\"a\":1.5}").integer("a"))
        .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.pointer()).isEqualTo("/a"));
    assertThatThrownBy(() -> object("{\"a\":99999999999}").integer("a"))
        .hasMessageContaining("whole number");
    assertThatThrownBy(() -> object("{\"a\":\"x\"}").uuid("a")).hasMessageContaining("UUID");
    assertThatThrownBy(() -> object("{\"a\":\"1-1-1-1-1\"}").uuid("a"))
        .hasMessageContaining("UUID");
    assertThatThrownBy(() -> object("{}").text("a")).hasMessageContaining("required");
    assertThatThrownBy(() -> object("{\"a\":\"yes\"}").flag("a")).hasMessageContaining("true or");
  }

  @Test
  void refuses_nul_and_half_pairs_in_texts() {
    assertThatThrownBy(() -> object("{\"a\":\"x\\u0000\"}").text("a")).hasMessageContaining("NUL");
    assertThatThrownBy(() -> object("{\"a\":\"x\\ud83d\"}").text("a"))
        .hasMessageContaining("half a surrogate pair");
  }

  @Test
  void reads_spans_and_names_the_faulty_fragment() {
    assertThat(object("{\"s\":[[1,2],[2,4]]}").span("s")).isEqualTo(Span.of(1, 4));
    assertThatThrownBy(() -> object("{\"s\":[[1,2],[5,4]]}").span("s"))
        .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.pointer()).isEqualTo("/s/1"));
    assertThatThrownBy(() -> object("{\"s\":[[1,2,3]]}").span("s"))
        .hasMessageContaining("pair [begin, end]");
    assertThatThrownBy(() -> object("{\"s\":[]}").span("s")).hasMessageContaining("at least one");
  }
}

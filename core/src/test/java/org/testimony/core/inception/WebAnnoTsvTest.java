package org.testimony.core.inception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** WebAnno TSV 3 with what its description allows. */
class WebAnnoTsvTest {

  private static final String HEAD = "#FORMAT=WebAnno TSV 3.3\n";

  private static Cas read(String tsv) {
    return new WebAnnoTsv("f.tsv", Set.of("L", "M", "N"))
        .read(tsv.getBytes(StandardCharsets.UTF_8));
  }

  private static Cas.Annotation annotation(
      String layer, int begin, int end, Map<String, List<String>> features) {
    return new Cas.Annotation(layer, Optional.of(new Cas.Range(begin, end)), features);
  }

  @Test
  void annotations_span_tokens_stand_on_one_another_and_have_several_features() {
    Cas cas =
        read(
            HEAD
                + "#T_SP=L|one|two\n#T_SP=M|\n#T_RL=R|value|BT_L\n#T_SP=N|only\n\n\n"
                + "#Text=ab cd.\n"
                + "1-1\t0-2\tab\tx[1]|y[2]\tp[1]|*[2]\t_\t_\t_\tn\t\n"
                + "1-2\t3-5\tcd\tx[1]\tp[1]\t*\trel\t1-1\t_\t\n"
                + "1-2.1\t3-4\tc\t_\t_\t_\t_\t_\tsub\t\n"
                + "1-3\t5-6\t.\t_\t_\t_\t_\t_\t*\t\n");
    assertThat(cas.text()).isEqualTo("ab cd.");
    assertThat(cas.annotations())
        .containsExactlyInAnyOrder(
            annotation("L", 0, 5, Map.of("one", List.of("x"), "two", List.of("p"))),
            annotation("L", 0, 2, Map.of("one", List.of("y"))),
            annotation("M", 3, 5, Map.of()),
            annotation("N", 0, 2, Map.of("only", List.of("n"))),
            annotation("N", 3, 4, Map.of("only", List.of("sub"))),
            annotation("N", 5, 6, Map.of()));
  }

  @Test
  void escapes_are_undone() {
    Cas cas =
        read(
            HEAD
                + "#T_SP=L|one\n\n#Text=a\\tb\n"
                + "1-1\t0-1\ta\tx\\|y\\[1\\]\\_[1]\t\n"
                + "1-2\t2-3\tb\t\\_\t\n");
    assertThat(cas.text()).isEqualTo("a\tb");
    assertThat(cas.annotations())
        .extracting(annotation -> annotation.features().get("one").get(0))
        .containsExactlyInAnyOrder("x|y[1]_", "_");
  }

  @Test
  void links_make_no_annotations_of_their_own() {
    Cas cas =
        read(
            HEAD
                + "#T_SP=L|one|ROLE_custom.Lu:args_custom.Link|custom.Lu\n\n#Text=ab c d\n"
                + "1-1\t0-2\tab\tx[1]|y[2]\tagent;goal[1]|_[2]\t1-2;1-3[4]|*\t\n"
                + "1-2\t3-4\tc\t_\t_\t_\t\n"
                + "1-3\t5-6\td\tz\t_\t*\t\n");
    assertThat(cas.annotations())
        .containsExactlyInAnyOrder(
            annotation("L", 0, 2, Map.of("one", List.of("x"))),
            annotation("L", 0, 2, Map.of("one", List.of("y"))),
            annotation("L", 5, 6, Map.of("one", List.of("z"))));
  }

  @Test
  void a_token_with_a_backslash_is_found_in_its_sentence() {
    Cas cas = read(HEAD + "#T_SP=L|one\n\n#Text= c\\\\d\n1-1\t1-4\tc\\d\tx\t\n");
    assertThat(cas.text()).isEqualTo(" c\\d");
  }

  @Test
  void sentences_stand_where_their_first_token_says() {
    Cas cas =
        read(
            HEAD
                + "#T_SP=L|one\n\n"
                + "#Text=🌉 a\n1-1\t0-2\t🌉\t_\t\n1-2\t3-4\ta\t_\t\n\n"
                + "#Sentence.id=2\n#Text=two\n#Text=lines\n"
                + "2-1\t7-10\ttwo\tx[1]\t\n2-2\t11-16\tlines\tx[1]\t\n");
    assertThat(cas.text()).isEqualTo("🌉 a   two\nlines");
    assertThat(cas.annotations())
        .containsExactly(annotation("L", 7, 16, Map.of("one", List.of("x"))));
  }

  @Test
  void what_is_not_of_this_form_is_refused_with_its_line() {
    assertThatThrownBy(() -> read("#FORMAT=WebAnno TSV 2\n"))
        .hasMessageStartingWith("f.tsv, line 1: expected #FORMAT=WebAnno TSV 3");
    assertThatThrownBy(() -> read(HEAD + "#T_SP=L|one\n\n#Text=a\n1-1\tx\ta\t_\n"))
        .hasMessage("f.tsv, line 5: expected offsets as 0-5, found \"x\"");
    assertThatThrownBy(() -> read(HEAD + "what is this\n"))
        .hasMessageStartingWith("f.tsv, line 2: expected a token, a comment or an empty line");
  }
}

package org.testimony.core.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.testimony.core.annotation.Annotation;
import org.testimony.core.annotation.AnnotationId;
import org.testimony.core.annotation.AnnotationSet;
import org.testimony.core.annotation.Change;
import org.testimony.core.annotation.Editor;
import org.testimony.core.annotation.FeatureValue;
import org.testimony.core.annotation.Operation;
import org.testimony.core.annotation.Outcome;
import org.testimony.core.annotation.Rejection;
import org.testimony.core.assignment.Phase;
import org.testimony.core.claims.ClaimsFile.ClaimLayers;
import org.testimony.core.codebook.Codebook;
import org.testimony.core.codebook.DefaultCodebook;
import org.testimony.core.codebook.Target;
import org.testimony.core.text.ArticleText;
import org.testimony.core.text.Span;

class FixedSetTest {

  private static final Codebook CODEBOOK =
      DefaultCodebook.newsClaims()
          .withTarget(new Target("T1", "The tunnel should be built", "Building it."));
  private static final ClaimLayers LAYERS = ClaimLayers.of(CODEBOOK).orElseThrow();

  /** A tower of one code point and two UTF-16 units stands before the second claim. */
  private static final ArticleText TEXT =
      ArticleText.of("Holt said the plan is dear.\n🗼 “We build,” Dravik said, “and we pay.”\n");

  private static List<FixedClaim> read(String content) throws ClaimsRefused {
    return new ClaimsFile("claims.csv", LAYERS).read(content);
  }

  private static AnnotationSet set(String content) throws ClaimsRefused {
    return new FixedSet(TEXT, CODEBOOK, LAYERS, UUID::randomUUID).of(read(content));
  }

  private static final String CSV =
      """
      article,claim,begin,end,quote,form,kind,negated,speaker_begin,speaker_end,speaker_type
      a,c1,10,26,the plan is dear,INDIRECT,VALUE,false,0,4,PERSON
      a,c2,30,41,"“We build,”",DIRECT,DEMAND,true,42,48,PERSON
      a,c2,55,68,“and we pay.”,,,,,,
      """;

  @Test
  void a_table_gives_claims_with_fragments_features_and_speakers() throws ClaimsRefused {
    AnnotationSet set = set(CSV);
    List<Annotation> claims =
        set.annotations().values().stream().filter(a -> a.layer().equals("Claim")).toList();
    assertThat(claims)
        .extracting(a -> a.content().quote())
        .containsExactlyInAnyOrder(
            List.of("the plan is dear"), List.of("“We build,”", "“and we pay.”"));
    Annotation broken =
        claims.stream().filter(a -> a.content().quote().size() == 2).findFirst().orElseThrow();
    assertThat(broken.content().features())
        .containsEntry("form", FeatureValue.of("DIRECT"))
        .containsEntry("negated", FeatureValue.on());
    assertThat(set.relations().values())
        .hasSize(2)
        .allSatisfy(relation -> assertThat(relation.ends().type()).isEqualTo("SAID_BY"));
    assertThat(set.annotations()).hasSize(4);
  }

  @Test
  void json_lines_say_the_same_as_a_table() throws ClaimsRefused {
    AnnotationSet lines =
        set(
            """
            {"article":"a","span":[[10,26]],"quote":["the plan is dear"],"features":{"form":"INDIRECT","kind":"VALUE","negated":false},"speakers":[{"span":[[0,4]],"features":{"type":"PERSON"}}]}

            {"article":"a","span":[[30,41],[55,68]],"features":{"form":"DIRECT","kind":"DEMAND","negated":true},"speakers":[{"span":[[42,48]],"features":{"type":"PERSON"}}]}
            """);
    assertThat(contents(lines)).isEqualTo(contents(set(CSV)));
  }

  private static List<String> contents(AnnotationSet set) {
    return set.annotations().values().stream().map(a -> a.content().toString()).sorted().toList();
  }

  @Test
  void a_speaker_of_two_claims_is_one_mention() throws ClaimsRefused {
    AnnotationSet set =
        set("article,begin,end,speaker_begin,speaker_end\na,10,26,0,4\na,30,41,0,4\n");
    assertThat(set.annotations()).hasSize(3);
    assertThat(set.relations()).hasSize(2);
  }

  private static void refused(String content, String message) {
    assertThatThrownBy(() -> set(content)).isInstanceOf(ClaimsRefused.class).hasMessage(message);
  }

  @Test
  void what_does_not_hold_is_refused_with_its_line() {
    refused("article,begin,end\n", "line 1: the file names no claim");
    refused(
        "article,begin\na,1\n",
        "line 1: expected the header " + header() + ", column end is missing");
    refused(
        "article,begin,end\na,x,3\n",
        "line 2: column begin: expected a whole number from 0, found \"x\"");
    refused("article,begin,end\na,5,3\n", "line 2: span [5, 3) ends before it starts");
    refused(
        "article,begin,end\na,5,5000\n", "line 2: span [5, 5000) leaves a text of 69 characters");
    refused(
        "article,begin,end,quote\na,10,26,the plan\n",
        "line 2: at [10, 26) the text says [the plan is dear], the file says [the plan]");
    refused(
        "article,begin,end\na,1,3\na,1,3\n", "line 3: the claim at [1, 3) stands in line 2 too");
    refused(
        "article,begin,end,negated\na,1,3,maybe\n", "line 2: negated is true or false, not maybe");
    refused(
        "article,begin,end,form\na,1,3,DIRECT|ACT\n",
        "line 2: form takes one value, there are [DIRECT, ACT]");
    assertThatThrownBy(() -> set("article,begin,end,form\na,1,3,NONSENSE\n"))
        .hasMessageContaining("line 2: ")
        .hasMessageContaining("NONSENSE");
    assertThatThrownBy(() -> read("{\"article\":\"a\"}")).hasMessageContaining("line 1: ");
    assertThatThrownBy(() -> read("{\"article\":\"a\",\"span\":[[1,2]],\"colour\":1}"))
        .hasMessageContaining("colour");
    assertThatThrownBy(
            () -> set("{\"article\":\"a\",\"span\":[[1,2]],\"features\":{\"colour\":\"x\"}}"))
        .hasMessage("line 1: Claim has no feature colour");
  }

  private static String header() {
    return "article,begin,end,[claim],[quote],[speaker_begin],[speaker_end],[speaker_quote]"
        + LAYERS.claim().features().stream()
            .map(f -> ",[" + f.id() + "]")
            .reduce("", String::concat)
        + LAYERS.speaker().orElseThrow().features().stream()
            .map(f -> ",[speaker_" + f.id() + "]")
            .reduce("", String::concat);
  }

  @Test
  void the_program_puts_the_claims_into_a_set_and_the_annotator_only_judges_them()
      throws ClaimsRefused {
    AnnotationSet fixed = set(CSV);
    FixedSet maker = new FixedSet(TEXT, CODEBOOK, LAYERS, UUID::randomUUID);
    Editor editor = new Editor(TEXT, CODEBOOK, Phase.JUDGE);
    AnnotationSet begun = editor.replay(maker.operations(fixed));
    assertThat(begun).isEqualTo(fixed);

    AnnotationId claim = fixed.relations().values().iterator().next().ends().from();
    AnnotationSet judged =
        applied(
            editor, begun, new Change.Judge(claim, "T1", Optional.empty(), Optional.of("FAVOR")));
    assertThat(judged.judgements()).hasSize(1);
    for (Change change :
        List.of(
            new Change.RemoveSpan(claim, Optional.empty()),
            new Change.Relabel(claim, Optional.empty(), "Speaker"),
            new Change.MoveSpan(
                claim, Optional.empty(), new Change.Place(Span.of(0, 4), List.of("Holt"))),
            new Change.SetFeature(claim, "form", Optional.empty(), Optional.empty()))) {
      assertThat(code(editor, judged, change)).isEqualTo(Rejection.Code.FIXED);
    }
    assertThat(code(editor, judged, new Change.Submit(false)))
        .isEqualTo(Rejection.Code.STANCE_UNSET);
    assertThat(applied(editor, judged, new Change.Submit(true))).isEqualTo(judged);
    assertThat(code(new Editor(TEXT, CODEBOOK, Phase.MARK), begun, new Change.Submit(true)))
        .as("who marks links and describes every claim")
        .isNull();
  }

  private static Outcome outcome(Editor editor, AnnotationSet set, Change change) {
    return editor.apply(
        set, new Operation(UUID.randomUUID(), 1, change, Operation.Input.KEY, "1.0.0"));
  }

  private static AnnotationSet applied(Editor editor, AnnotationSet set, Change change) {
    return ((Outcome.Applied) outcome(editor, set, change)).set();
  }

  private static Rejection.@Nullable Code code(Editor editor, AnnotationSet set, Change change) {
    return outcome(editor, set, change) instanceof Outcome.Rejected rejected
        ? rejected.rejection().code()
        : null;
  }
}

package org.testimony.core.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CodebookTest {

  private final Codebook codebook = Documents.smallCodebook();

  @Test
  void copies_its_lists() {
    List<Label> labels =
        new ArrayList<>(List.of(Label.of("A", "A", "One."), Label.of("B", "B", "Two.")));
    Feature feature = Feature.of("f", "F", "What?", FeatureType.CHOICE, labels);
    labels.clear();

    assertThat(feature.labels()).hasSize(2);
    assertThatThrownBy(() -> codebook.layers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> codebook.switches().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void adds_replaces_and_removes_targets_under_the_same_version() {
    Target second = new Target("T2", "The toll should be free", "For cars.");
    Codebook two = codebook.withTarget(second);
    Codebook renamed = two.withTarget(new Target("T1", "Another", "Of it."));

    assertThat(two.targets()).extracting(Target::id).containsExactly("T1", "T2");
    assertThat(two.version()).isEqualTo(codebook.version());
    assertThat(renamed.targets()).extracting(Target::title).startsWith("Another");
    assertThat(two.withoutTarget("T2")).isEqualTo(codebook);
    assertThat(codebook.targets()).hasSize(1);
  }

  @Test
  void the_next_target_is_above_all_others() {
    Codebook three = codebook.withTarget(new Target("T7", "A", "B.")).withoutTarget("T1");

    assertThat(three.nextTargetId()).isEqualTo("T8");
    assertThat(three.withTarget(new Target("other", "A", "B.")).nextTargetId()).isEqualTo("T8");
  }

  @Test
  void refuses_to_remove_what_is_not_there() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codebook.withoutTarget("T9"))
        .withMessage("\"T9\" is none of [T1]");
    assertThatIllegalArgumentException().isThrownBy(() -> codebook.withoutSwitch("none"));
    assertThatIllegalArgumentException().isThrownBy(() -> codebook.withoutRule(99));
  }

  @Test
  void refuses_to_remove_a_layer_that_others_need() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codebook.withoutLayer("Speaker"))
        .withMessageContaining("/relations/0/to");
    assertThat(codebook.withoutRelation("SAID_BY").withoutLayer("Speaker").layers()).hasSize(1);
  }

  @Test
  void refuses_a_key_that_is_taken() {
    Layer cue =
        new Layer(
            "Cue",
            "Cue",
            "The verb.",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "U",
            "a",
            3,
            true,
            List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codebook.withLayer(cue))
        .withMessageContaining("/stance/labels/1/key");
  }

  @Test
  void changes_name_version_texts_stance_and_switches() {
    Codebook own =
        codebook
            .withName("harbour-2026", "Harbour")
            .withVersion(codebook.version().nextMinor())
            .withDescription("Ours.")
            .withLanguageAndLicence("pt-BR", "CC-BY-4.0")
            .withStance(Optional.empty())
            .withSwitch("outermostOnly", new Switch.OnOff("Outermost", "Only.", true))
            .withoutSwitch("authorial")
            .withoutArticleFeature("stance");

    assertThat(own.id()).isEqualTo("harbour-2026");
    assertThat(own.title()).isEqualTo("Harbour");
    assertThat(own.version()).hasToString("1.3.0");
    assertThat(own.description()).isEqualTo("Ours.");
    assertThat(own.language()).isEqualTo("pt-BR");
    assertThat(own.licence()).isEqualTo("CC-BY-4.0");
    assertThat(own.stance()).isEmpty();
    assertThat(own.isJudged("Claim")).isFalse();
    assertThat(own.isOn("outermostOnly")).isTrue();
    assertThat(own.option("authorial")).isEmpty();
    assertThat(own.articleFeatures()).isEmpty();
  }

  @Test
  void puts_a_rule_where_its_number_belongs() {
    Codebook changed = codebook.withRule(new Rule(10, "Ten", "Do.", "Done."));
    changed = changed.withRule(new Rule(3, "Three", "Do.", "Done."));
    changed = changed.withRule(new Rule(1, "First", "Do.", "Done."));

    assertThat(changed.rules()).extracting(Rule::number).containsExactly(1, 2, 3, 10);
    assertThat(changed.rule(1).orElseThrow().title()).isEqualTo("First");
    assertThat(changed.withoutRule(2).rules()).extracting(Rule::number).containsExactly(1, 3, 10);
  }

  @Test
  void a_relation_is_offered_only_while_both_its_layers_are_marked() {
    Codebook off = codebook.withLayer(codebook.layer("Speaker").orElseThrow().withEnabled(false));

    assertThat(codebook.offeredRelations()).hasSize(1);
    assertThat(off.offeredRelations()).isEmpty();
    assertThat(off.relation("SAID_BY")).isPresent();
  }

  @Test
  void what_is_hidden_is_known_and_not_asked() {
    Feature form = codebook.feature("Claim", "form").orElseThrow();
    Label direct = form.label("DIRECT").orElseThrow();
    Feature fewer = form.withLabel(direct.withEnabled(false));
    Layer claim = codebook.layer("Claim").orElseThrow().withFeature(form.withEnabled(false));

    assertThat(fewer.offeredLabels()).extracting(Label::id).containsExactly("AUTHORIAL");
    assertThat(fewer.label("DIRECT")).isPresent();
    assertThat(claim.requiredFeatures()).isEmpty();
    assertThat(claim.askedFeatures()).extracting(Feature::id).containsExactly("hedged");
    assertThat(claim.feature("form")).isPresent();
  }

  @Test
  void records_refuse_what_a_document_may_not_say() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Target("T 1", "A", "B."))
        .withMessageContaining("\"T 1\"");
    assertThatIllegalArgumentException().isThrownBy(() -> new Target("T1", "", "B."));
    assertThatIllegalArgumentException().isThrownBy(() -> new Target("T1", "A\u202E", "B."));
    assertThatIllegalArgumentException().isThrownBy(() -> Label.of("A", "A", "\uD800"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Label.of("A", "A", "B.").withKey("l"))
        .withMessageContaining("l (link)");
    assertThatIllegalArgumentException().isThrownBy(() -> new Rule(0, "A", "B.", "C."));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Feature.of("f", "F", "What?", FeatureType.FLAG, List.of(Label.of("A", "A", "B."))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Feature.of("f", "F", "What?", FeatureType.ORDINAL, List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> codebook.relation("SAID_BY").orElseThrow().withLimits(5, OptionalInt.of(2)))
        .withMessage("relation SAID_BY needs at least 5 and at most 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Switch.Choice("A", "B.", "X", List.of("Y", "Z")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codebook.layer("Claim").orElseThrow().withColor(7))
        .withMessage("color of layer Claim is 7, expected a whole number from 1 to 6");
    assertThatIllegalArgumentException().isThrownBy(() -> new SemanticVersion(-1, 0, 0));
  }
}

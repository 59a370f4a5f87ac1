package org.testimony.core.codebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DefaultCodebookTest {

  private final Codebook codebook = DefaultCodebook.newsClaims();

  @Test
  void is_version_one_without_targets() {
    assertThat(codebook.id()).isEqualTo("news-claims");
    assertThat(codebook.version()).isEqualTo(SemanticVersion.FIRST);
    assertThat(codebook.targets()).isEmpty();
    assertThat(codebook.nextTargetId()).isEqualTo("T1");
  }

  @Test
  void has_three_layers_the_last_one_off() {
    assertThat(codebook.layers())
        .extracting(layer -> layer.id() + layer.letter() + layer.key() + layer.color())
        .containsExactly("ClaimCc1", "SpeakerSs2", "CueUu3");
    assertThat(codebook.markedLayers()).extracting(Layer::id).containsExactly("Claim", "Speaker");
  }

  @Test
  void asks_form_and_kind_of_claims_and_type_of_speakers() {
    assertThat(codebook.requiredFeatures("Claim"))
        .extracting(Feature::id)
        .containsExactly("form", "kind");
    assertThat(codebook.requiredFeatures("Speaker"))
        .extracting(Feature::id)
        .containsExactly("type");
    assertThat(codebook.requiredArticleFeatures()).isEmpty();
    assertThat(labels("Claim", "form"))
        .containsExactly("DIRECT", "MIXED", "INDIRECT", "AUTHORIAL", "ACT");
    assertThat(labels("Claim", "kind"))
        .containsExactly("FACT", "FORECAST", "INTENT", "DEMAND", "VALUE", "UNCLEAR");
    assertThat(labels("Speaker", "type"))
        .containsExactly(
            "PERSON", "ORGANISATION", "STATE", "GROUP", "UNNAMED", "DOCUMENT", "OUTLET");
    assertThat(codebook.feature("Claim", "negated").orElseThrow().type())
        .isEqualTo(FeatureType.FLAG);
    assertThat(codebook.feature("Claim", "hedged").orElseThrow().type())
        .isEqualTo(FeatureType.FLAG);
    assertThat(codebook.feature("Speaker", "speaker").orElseThrow().type())
        .isEqualTo(FeatureType.SPEAKER);
  }

  @Test
  void every_claim_needs_a_speaker_but_the_articles_own() {
    RelationType saidBy = codebook.relation("SAID_BY").orElseThrow();

    assertThat(saidBy.connects("Claim", "Speaker")).isTrue();
    assertThat(saidBy.connects("Speaker", "Claim")).isFalse();
    assertThat(saidBy.minFor(Map.of("form", "DIRECT"))).isEqualTo(1);
    assertThat(saidBy.minFor(Map.of())).isEqualTo(1);
    assertThat(saidBy.minFor(Map.of("form", "AUTHORIAL"))).isZero();
    assertThat(saidBy.allows(40)).isTrue();
    assertThat(codebook.offeredRelations())
        .extracting(RelationType::id)
        .containsExactly("SAID_BY", "REPORTED_IN", "SAME_CLAIM");
    assertThat(codebook.relationsFrom("Speaker")).isEmpty();
    assertThat(codebook.relation("REPORTED_IN").orElseThrow().allows(2)).isFalse();
  }

  @Test
  void stance_has_five_labels_three_of_them_on_the_scale() {
    Judging stance = codebook.stance().orElseThrow();

    assertThat(stance.labels())
        .extracting(
            label ->
                label.id() + " " + label.key().orElseThrow() + " " + label.glyph().orElseThrow())
        .containsExactly(
            "FAVOR f ▲", "AGAINST a ▼", "NEUTRAL n ■", "NOT_ABOUT o ○", "CANT_TELL t ?");
    assertThat(stance.rank("AGAINST")).hasValue(0);
    assertThat(stance.rank("NEUTRAL")).hasValue(1);
    assertThat(stance.rank("FAVOR")).hasValue(2);
    assertThat(stance.rank("NOT_ABOUT")).isEmpty();
    assertThat(stance.rank("CANT_TELL")).isEmpty();
    assertThat(codebook.isJudged("Claim")).isTrue();
    assertThat(codebook.isJudged("Speaker")).isFalse();
  }

  @Test
  void asks_four_questions_about_the_article_two_of_them_for_each_target() {
    assertThat(codebook.articleFeatures())
        .extracting(feature -> feature.id() + " " + feature.type() + " " + feature.perTarget())
        .containsExactly(
            "stance CHOICE true",
            "headlineStance CHOICE true",
            "relevance CHOICE false",
            "textProblems CHOICES false");
    List<String> stances =
        codebook.stance().orElseThrow().labels().stream().map(Label::id).toList();
    for (String feature : List.of("stance", "headlineStance")) {
      assertThat(codebook.articleFeature(feature).orElseThrow().labels())
          .extracting(Label::id)
          .isEqualTo(stances);
    }
    assertThat(codebook.articleFeature("relevance").orElseThrow().labels())
        .extracting(Label::id)
        .containsExactly("RELEVANT", "MARGINAL", "OFF_TOPIC", "NOT_AN_ARTICLE");
  }

  @Test
  void has_three_switches_set_as_the_guideline_says() {
    assertThat(codebook.switches())
        .containsOnlyKeys("authorial", "outermostOnly", "suggestNearestSpeaker");
    assertThat(codebook.isOn(Codebook.OUTERMOST_ONLY)).isFalse();
    assertThat(codebook.isOn(Codebook.SUGGEST_NEAREST_SPEAKER)).isFalse();
    assertThat(codebook.option(Codebook.AUTHORIAL)).contains("ABOUT_TARGET");
    assertThat(((Switch.Choice) codebook.switches().get(Codebook.AUTHORIAL)).options())
        .containsExactly("ABOUT_TARGET", "ALL", "NONE");
  }

  @Test
  void every_label_has_a_definition_both_examples_and_a_key() {
    assertThat(allLabels())
        .hasSize(43)
        .allSatisfy(
            label -> {
              assertThat(label.definition()).hasSizeGreaterThan(25);
              assertThat(label.example()).isPresent();
              assertThat(label.counterExample().orElseThrow())
                  .isNotEqualTo(label.example().orElseThrow());
              assertThat(label.key()).isPresent();
            });
  }

  @Test
  void every_layer_and_relation_has_both_examples() {
    assertThat(codebook.layers())
        .allSatisfy(
            layer -> {
              assertThat(layer.guidance()).isPresent();
              assertThat(layer.example()).isPresent();
              assertThat(layer.counterExample()).isPresent();
            });
    assertThat(codebook.relations())
        .allSatisfy(
            relation -> {
              assertThat(relation.example()).isPresent();
              assertThat(relation.counterExample()).isPresent();
            });
  }

  @Test
  void a_counter_example_says_what_it_is_instead() {
    assertThat(allLabels())
        .allMatch(label -> label.counterExample().orElseThrow().contains(". – "));
  }

  @Test
  void has_the_twenty_rules_each_with_a_worked_example() {
    assertThat(codebook.rules()).hasSize(20);
    for (int number = 1; number <= 20; number++) {
      Rule rule = codebook.rule(number).orElseThrow();
      assertThat(rule.text()).hasSizeGreaterThan(60);
      assertThat(rule.example()).hasSizeGreaterThan(40);
    }
  }

  @Test
  void rules_that_are_referred_to_are_there() {
    Pattern reference = Pattern.compile("\\(rule (\\d+)\\)");
    List<Integer> numbers =
        reference
            .matcher(CodebookWriter.write(codebook))
            .results()
            .map(match -> Integer.parseInt(match.group(1)))
            .toList();

    assertThat(numbers).isNotEmpty().allMatch(number -> codebook.rule(number).isPresent());
  }

  @Test
  void marks_in_examples_are_balanced() {
    Stream<String> examples =
        Stream.concat(
            codebook.rules().stream().map(Rule::example),
            allLabels().stream()
                .flatMap(label -> Stream.of(label.example(), label.counterExample()))
                .map(example -> example.orElseThrow()));

    assertThat(examples)
        .allSatisfy(
            example -> {
              assertThat(example.chars().filter(c -> c == '[').count())
                  .isEqualTo(example.chars().filter(c -> c == ']').count());
              assertThat(example.chars().filter(c -> c == '“').count())
                  .isEqualTo(example.chars().filter(c -> c == '”').count());
            });
  }

  private List<String> labels(String layer, String feature) {
    return codebook.feature(layer, feature).orElseThrow().labels().stream().map(Label::id).toList();
  }

  private List<Label> allLabels() {
    return Stream.of(
            codebook.layers().stream()
                .flatMap(layer -> layer.features().stream())
                .flatMap(feature -> feature.labels().stream()),
            codebook.articleFeatures().stream().flatMap(feature -> feature.labels().stream()),
            codebook.stance().orElseThrow().labels().stream())
        .flatMap(labels -> labels)
        .toList();
  }
}

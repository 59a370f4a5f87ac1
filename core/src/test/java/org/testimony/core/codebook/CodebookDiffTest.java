package org.testimony.core.codebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.testimony.core.codebook.Change.Aspect;
import org.testimony.core.codebook.Change.Part;
import org.testimony.core.codebook.Change.Weight;

class CodebookDiffTest {

  private static final Codebook OLD = Documents.smallCodebook();
  private static final Label MORE = Label.of("MORE", "More", "One more.");

  @Test
  void there_is_no_change_between_a_codebook_and_itself_or_another_version_of_it() {
    assertThat(CodebookDiff.between(OLD, OLD)).isEmpty();
    assertThat(CodebookDiff.between(OLD, OLD.withVersion(SemanticVersion.FIRST))).isEmpty();
    assertThat(CodebookDiff.requiredVersion(OLD.version(), List.of())).isEqualTo(OLD.version());
  }

  @Test
  void a_change_carries_place_name_and_both_values() {
    Codebook changed =
        OLD.withLayer(claim().withFeature(form().withLabel(direct().withTitle("Quoted"))));

    assertThat(CodebookDiff.between(OLD, changed))
        .containsExactly(
            new Change(
                Weight.MINOR,
                Part.LABEL,
                "/layers/Claim/features/form/labels/DIRECT",
                "Quoted",
                Aspect.TITLE,
                Optional.of("Direct"),
                Optional.of("Quoted")));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @MethodSource("changes")
  void tells_minor_from_major(String code, Weight weight, UnaryOperator<Codebook> change) {
    Codebook changed = change.apply(OLD);
    List<Change> changes = CodebookDiff.between(OLD, changed);

    assertThat(changes)
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.code()).isEqualTo(code);
              assertThat(found.weight()).isEqualTo(weight);
            });
    assertThat(CodebookDiff.requiredVersion(OLD.version(), changes))
        .hasToString(weight == Weight.MAJOR ? "2.0.0" : "1.3.0");
  }

  static Stream<Arguments> changes() {
    return Stream.of(texts(), layers(), features(), labels(), relations(), stance(), others())
        .flatMap(changes -> changes);
  }

  private static Arguments minor(String code, UnaryOperator<Codebook> change) {
    return arguments(code, Weight.MINOR, change);
  }

  private static Arguments major(String code, UnaryOperator<Codebook> change) {
    return arguments(code, Weight.MAJOR, change);
  }

  private static Stream<Arguments> texts() {
    return Stream.of(
        minor("CODEBOOK_TITLE", c -> c.withName(c.id(), "Other")),
        major("CODEBOOK_ID", c -> c.withName("other", c.title())),
        minor("CODEBOOK_DESCRIPTION", c -> c.withDescription("Other.")),
        minor("CODEBOOK_LANGUAGE", c -> c.withLanguageAndLicence("en-GB", c.licence())),
        minor("CODEBOOK_LICENCE", c -> c.withLanguageAndLicence(c.language(), "CC-BY-4.0")),
        minor("LAYER_TITLE", c -> c.withLayer(claim().withTitle("Statement"))),
        minor("LAYER_COLOR", c -> c.withLayer(claim().withColor(6))),
        minor("LABEL_EXAMPLE", c -> withDirect(c, withExample(direct()))),
        minor("LABEL_KEY", c -> withDirect(c, direct().withKey("q"))),
        minor("RELATION_TITLE", c -> c.withRelation(saidBy().withTitle("From"))),
        minor("RULE_TEXT", c -> c.withRule(new Rule(1, "One", "Do not.", "Done."))),
        minor("RULE_ADDED", c -> c.withRule(new Rule(3, "Three", "Do.", "Done."))),
        minor("RULE_REMOVED", c -> c.withoutRule(2)));
  }

  private static Stream<Arguments> layers() {
    return Stream.of(
        minor("LAYER_ADDED", c -> c.withLayer(cue(true))),
        major("LAYER_ENABLED", c -> c.withLayer(speaker().withEnabled(false))));
  }

  private static Stream<Arguments> features() {
    Feature note = Feature.of("note", "Note", "Words.", FeatureType.TEXT, List.of());
    return Stream.of(
        minor("FEATURE_ADDED", c -> c.withLayer(claim().withFeature(note))),
        major("FEATURE_ADDED", c -> c.withLayer(claim().withFeature(note.withRequired(true)))),
        major("FEATURE_REMOVED", c -> c.withLayer(claim().withoutFeature("hedged"))),
        major(
            "FEATURE_REQUIRED", c -> c.withLayer(claim().withFeature(hedged().withRequired(true)))),
        minor(
            "FEATURE_REQUIRED", c -> c.withLayer(claim().withFeature(form().withRequired(false)))),
        major("FEATURE_ENABLED", c -> c.withLayer(claim().withFeature(form().withEnabled(false)))),
        major(
            "FEATURE_TYPE",
            c -> c.withLayer(claim().withFeature(typed(hedged(), FeatureType.TEXT)))),
        minor("LAYER_ORDER", c -> c.withLayer(claim().withFeatures(reversed(claim().features())))),
        major("ARTICLE_FEATURE_PER_TARGET", c -> c.withArticleFeature(once(articleStance()))),
        major("ARTICLE_FEATURE_REMOVED", c -> c.withoutArticleFeature("stance")),
        minor("ARTICLE_FEATURE_ADDED", c -> c.withArticleFeature(note)),
        major("ARTICLE_FEATURE_ADDED", c -> c.withArticleFeature(note.withRequired(true))));
  }

  private static Stream<Arguments> labels() {
    return Stream.of(
        major("LABEL_ADDED", c -> c.withLayer(claim().withFeature(form().withLabel(MORE)))),
        minor(
            "LABEL_ADDED",
            c -> c.withLayer(claim().withFeature(form().withLabel(MORE.withEnabled(false))))),
        minor("LABEL_ADDED", c -> c.withArticleFeature(articleStance().withLabel(MORE))),
        major("LABEL_ENABLED", c -> withDirect(c, direct().withEnabled(false))),
        minor("FEATURE_ORDER", c -> c.withLayer(claim().withFeature(turned(form())))));
  }

  private static Stream<Arguments> relations() {
    return Stream.of(
        major("RELATION_REMOVED", c -> c.withoutRelation("SAID_BY")),
        minor("RELATION_ADDED", c -> c.withRelation(repeats(0))),
        major("RELATION_ADDED", c -> c.withRelation(repeats(1))),
        minor("RELATION_ADDED", c -> c.withRelation(repeats(1).withEnabled(false))),
        major("RELATION_MIN", c -> c.withRelation(saidBy().withLimits(2, OptionalInt.of(3)))),
        minor("RELATION_MIN", c -> c.withRelation(saidBy().withLimits(0, OptionalInt.of(3)))),
        major("RELATION_MAX", c -> c.withRelation(saidBy().withLimits(1, OptionalInt.of(2)))),
        minor("RELATION_MAX", c -> c.withRelation(saidBy().withLimits(1, OptionalInt.of(4)))),
        minor("RELATION_MAX", c -> c.withRelation(saidBy().withLimits(1, OptionalInt.empty()))),
        major("RELATION_EXEMPT", c -> c.withRelation(saidBy().withExempt(Optional.empty()))),
        major(
            "RELATION_EXEMPT",
            c -> c.withRelation(saidBy().withExempt(Optional.of(new Exemption("form", "DIRECT"))))),
        major("RELATION_ENABLED", c -> c.withRelation(saidBy().withEnabled(false))),
        major("RELATION_TO", c -> c.withRelation(endingAt("Claim"))));
  }

  private static Stream<Arguments> stance() {
    return Stream.of(
        major("STANCE_REMOVED", c -> c.withStance(Optional.empty())),
        major("STANCE_JUDGED_LAYER", c -> c.withStance(Optional.of(judging("Speaker")))),
        major("STANCE_SCALE", c -> c.withStance(Optional.of(scaled("FAVOR", "AGAINST")))),
        major("STANCE_SCALE", c -> c.withStance(Optional.of(scaled()))),
        major("LABEL_ADDED", c -> c.withStance(Optional.of(stanceWithMore()))),
        major("LABEL_REMOVED", c -> c.withStance(Optional.of(stanceWithout("NOT_ABOUT")))));
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        minor("TARGET_ADDED", c -> c.withTarget(new Target("T2", "A", "B."))),
        major("TARGET_REMOVED", c -> c.withoutTarget("T1")),
        major(
            "TARGET_TITLE",
            c -> c.withTarget(new Target("T1", "The tunnel should not be built", "All of it."))),
        minor(
            "TARGET_DEFINITION",
            c -> c.withTarget(new Target("T1", "The tunnel should be built", "Of it."))),
        major(
            "SWITCH_VALUE",
            c -> c.withSwitch("outermostOnly", new Switch.OnOff("Outermost", "Only.", true))),
        minor(
            "SWITCH_OPTIONS",
            c ->
                c.withSwitch(
                    "authorial",
                    new Switch.Choice(
                        "Own voice", "How much.", "ALL", List.of("ALL", "NONE", "SOME")))),
        minor("SWITCH_ADDED", c -> c.withSwitch("other", new Switch.OnOff("Other", "Else.", true))),
        major("SWITCH_REMOVED", c -> c.withoutSwitch("authorial")));
  }

  @Test
  void a_label_that_is_split_is_major() {
    Feature split =
        articleStance()
            .withLabel(Label.of("MILDLY", "Mildly for", "A bit."))
            .withLabel(Label.of("FULLY", "Fully for", "Much."))
            .withoutLabel("FAVOR");

    List<Change> changes = CodebookDiff.between(OLD, OLD.withArticleFeature(split));

    assertThat(changes)
        .extracting(Change::code)
        .containsExactly("LABEL_REMOVED", "LABEL_ADDED", "LABEL_ADDED");
    assertThat(CodebookDiff.isMajor(changes)).isTrue();
  }

  @Test
  void another_order_of_an_ordinal_feature_is_major() {
    Codebook ordinal = OLD.withArticleFeature(typed(articleStance(), FeatureType.ORDINAL));
    Codebook turned =
        ordinal.withArticleFeature(turned(typed(articleStance(), FeatureType.ORDINAL)));

    assertThat(CodebookDiff.between(ordinal, turned))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.code()).isEqualTo("ARTICLE_FEATURE_ORDER");
              assertThat(change.subject()).isEqualTo("/articleFeatures/stance/labels");
              assertThat(change.weight()).isEqualTo(Weight.MAJOR);
              assertThat(change.before()).contains("FAVOR AGAINST");
              assertThat(change.after()).contains("AGAINST FAVOR");
            });
  }

  @Test
  void marking_a_layer_is_major_only_where_old_spans_then_need_a_link() {
    Codebook speakersOff = OLD.withLayer(speaker().withEnabled(false));
    Codebook free = OLD.withRelation(saidBy().withLimits(0, OptionalInt.empty()));
    Codebook freeOff = free.withLayer(speaker().withEnabled(false));

    assertThat(CodebookDiff.isMajor(CodebookDiff.between(speakersOff, OLD))).isTrue();
    assertThat(CodebookDiff.isMajor(CodebookDiff.between(freeOff, free))).isFalse();
  }

  @Test
  void a_new_layer_may_need_what_it_likes() {
    Codebook cued = OLD.withLayer(cue(true)).withRelation(cueOf());

    assertThat(CodebookDiff.between(OLD, cued))
        .extracting(Change::code, Change::weight)
        .containsExactly(tuple("LAYER_ADDED", Weight.MINOR), tuple("RELATION_ADDED", Weight.MINOR));
  }

  @Test
  void a_layer_removed_is_major() {
    Codebook cued = OLD.withLayer(cue(true));

    assertThat(CodebookDiff.between(cued, OLD))
        .singleElement()
        .matches(change -> change.code().equals("LAYER_REMOVED"))
        .matches(change -> change.weight() == Weight.MAJOR)
        .matches(change -> change.before().equals(Optional.of("Cue")));
  }

  @Test
  void one_major_change_among_minor_ones_makes_a_major_version() {
    Codebook changed = OLD.withDescription("Other.").withoutTarget("T1");

    assertThat(CodebookDiff.requiredVersion(OLD.version(), CodebookDiff.between(OLD, changed)))
        .hasToString("2.0.0");
  }

  private static Layer claim() {
    return OLD.layer("Claim").orElseThrow();
  }

  private static Layer speaker() {
    return OLD.layer("Speaker").orElseThrow();
  }

  private static Feature form() {
    return claim().feature("form").orElseThrow();
  }

  private static Feature hedged() {
    return claim().feature("hedged").orElseThrow();
  }

  private static Label direct() {
    return form().label("DIRECT").orElseThrow();
  }

  private static Label withExample(Label label) {
    return new Label(
        label.id(),
        label.title(),
        label.definition(),
        Optional.of("“So,” she said."),
        label.counterExample(),
        label.key(),
        label.color(),
        label.glyph(),
        label.enabled());
  }

  private static Codebook withDirect(Codebook codebook, Label label) {
    return codebook.withLayer(claim().withFeature(form().withLabel(label)));
  }

  private static Feature articleStance() {
    return OLD.articleFeature("stance").orElseThrow();
  }

  private static RelationType saidBy() {
    return OLD.relation("SAID_BY").orElseThrow();
  }

  private static RelationType endingAt(String layer) {
    RelationType was = saidBy();
    return new RelationType(
        was.id(),
        was.title(),
        was.definition(),
        was.example(),
        was.counterExample(),
        was.from(),
        layer,
        was.min(),
        was.max(),
        was.exempt(),
        was.enabled());
  }

  private static RelationType repeats(int min) {
    return relation("SAME_CLAIM", "Claim", "Claim", min);
  }

  private static RelationType cueOf() {
    return relation("CUE_OF", "Cue", "Claim", 1);
  }

  private static RelationType relation(String id, String from, String to, int min) {
    return new RelationType(
        id,
        "A relation",
        "From one to the other.",
        Optional.empty(),
        Optional.empty(),
        from,
        to,
        min,
        OptionalInt.empty(),
        Optional.empty(),
        true);
  }

  private static Layer cue(boolean enabled) {
    return new Layer(
        "Cue",
        "Cue",
        "The verb.",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "U",
        "u",
        3,
        enabled,
        List.of());
  }

  private static Feature typed(Feature feature, FeatureType type) {
    return new Feature(
        feature.id(),
        feature.title(),
        feature.definition(),
        type,
        feature.required(),
        feature.perTarget(),
        feature.labels(),
        feature.enabled());
  }

  private static Feature once(Feature feature) {
    return new Feature(
        feature.id(),
        feature.title(),
        feature.definition(),
        feature.type(),
        feature.required(),
        false,
        feature.labels(),
        feature.enabled());
  }

  private static Feature turned(Feature feature) {
    return feature.withLabels(reversed(feature.labels()));
  }

  private static <T> List<T> reversed(List<T> parts) {
    List<T> turned = new ArrayList<>(parts);
    Collections.reverse(turned);
    return turned;
  }

  private static Judging judging(String layer) {
    Judging was = OLD.stance().orElseThrow();
    return new Judging(was.id(), was.title(), was.definition(), layer, was.labels(), was.scale());
  }

  private static Judging scaled(String... scale) {
    Judging was = OLD.stance().orElseThrow();
    return was.withLabels(was.labels(), List.of(scale));
  }

  private static Judging stanceWithMore() {
    Judging was = OLD.stance().orElseThrow();
    List<Label> labels = new ArrayList<>(was.labels());
    labels.add(MORE);
    return was.withLabels(labels, was.scale());
  }

  private static Judging stanceWithout(String id) {
    Judging was = OLD.stance().orElseThrow();
    return was.withLabels(
        was.labels().stream().filter(label -> !label.id().equals(id)).toList(), was.scale());
  }
}

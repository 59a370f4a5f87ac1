package org.testimony.core.codebook;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The versioned set of what annotators mark and decide, with the guideline. Unchangeable: every
 * {@code with…} and {@code without…} gives another codebook of the same version.
 *
 * @param id name in data and files
 * @param version changes with the content, see {@link CodebookDiff}
 * @param title name on pages
 * @param description what it is for
 * @param language of its texts, a BCP 47 tag
 * @param licence under which the codebook may be shared, an SPDX expression where there is one
 * @param layers kinds of spans in the order of their digit keys
 * @param relations kinds of links
 * @param stance what is judged for each target; absent where the project asks for no stance
 * @param articleFeatures questions about an article as a whole
 * @param targets propositions that stance is about, in the order shown
 * @param switches decisions of the project by name, sorted
 * @param rules decision rules by rising number
 */
public record Codebook(
    String id,
    SemanticVersion version,
    String title,
    String description,
    String language,
    String licence,
    List<Layer> layers,
    List<RelationType> relations,
    Optional<Judging> stance,
    List<Feature> articleFeatures,
    List<Target> targets,
    Map<String, Switch> switches,
    List<Rule> rules) {

  /** Switch: of nested attributions only the outermost claim is marked. */
  public static final String OUTERMOST_ONLY = "outermostOnly";

  /** Switch: how much of the article's own voice is marked. */
  public static final String AUTHORIAL = "authorial";

  /** Switch: the nearest speaker is offered for a new claim. */
  public static final String SUGGEST_NEAREST_SPEAKER = "suggestNearestSpeaker";

  /**
   * Copies.
   *
   * @throws IllegalArgumentException when a document of these parts would be refused; the message
   *     names every fault
   */
  public Codebook(
      String id,
      SemanticVersion version,
      String title,
      String description,
      String language,
      String licence,
      List<Layer> layers,
      List<RelationType> relations,
      Optional<Judging> stance,
      List<Feature> articleFeatures,
      List<Target> targets,
      Map<String, Switch> switches,
      List<Rule> rules) {
    this.id = Wording.SLUG.require("id of the codebook", id);
    this.version = version;
    this.title = Wording.TITLE.require("title of the codebook", title);
    this.description = Wording.TEXT.require("description of the codebook", description);
    this.language = Wording.LANGUAGE.require("language of the codebook", language);
    this.licence = Wording.TITLE.require("licence of the codebook", licence);
    this.layers = List.copyOf(layers);
    this.relations = List.copyOf(relations);
    this.stance = stance;
    this.articleFeatures = List.copyOf(articleFeatures);
    this.targets = List.copyOf(targets);
    this.switches = sorted(switches);
    this.rules = List.copyOf(rules);
    List<Problem> problems = CodebookReader.problems(CodebookToTree.tree(this));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("codebook %s is wrong: %s".formatted(id, problems));
    }
  }

  private static SortedMap<String, Switch> sorted(Map<String, Switch> switches) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(switches));
  }

  /** The layer of this id, marked or not. */
  public Optional<Layer> layer(String layerId) {
    return layers.stream().filter(layer -> layer.id().equals(layerId)).findFirst();
  }

  /** The feature of this id on the layer of that id, asked or not. */
  public Optional<Feature> feature(String layerId, String featureId) {
    return layer(layerId).flatMap(layer -> layer.feature(featureId));
  }

  /** The relation of this id, offered or not. */
  public Optional<RelationType> relation(String relationId) {
    return relations.stream().filter(relation -> relation.id().equals(relationId)).findFirst();
  }

  /** The article feature of this id, asked or not. */
  public Optional<Feature> articleFeature(String featureId) {
    return articleFeatures.stream().filter(feature -> feature.id().equals(featureId)).findFirst();
  }

  /** The target of this id. */
  public Optional<Target> target(String targetId) {
    return targets.stream().filter(target -> target.id().equals(targetId)).findFirst();
  }

  /** The decision rule of this number. */
  public Optional<Rule> rule(int number) {
    return rules.stream().filter(rule -> rule.number() == number).findFirst();
  }

  /** The layers that are marked, in order. */
  public List<Layer> markedLayers() {
    return layers.stream().filter(Layer::enabled).toList();
  }

  /** The relations that are offered: enabled, and both their layers are marked. */
  public List<RelationType> offeredRelations() {
    return relations.stream()
        .filter(relation -> relation.enabled())
        .filter(relation -> isMarked(relation.from()) && isMarked(relation.to()))
        .toList();
  }

  /** The offered relations that start from the layer. */
  public List<RelationType> relationsFrom(String layerId) {
    return offeredRelations().stream().filter(type -> type.from().equals(layerId)).toList();
  }

  /** The features without which a span of the layer is incomplete; none for an unknown layer. */
  public List<Feature> requiredFeatures(String layerId) {
    return layer(layerId).map(Layer::requiredFeatures).orElse(List.of());
  }

  /** The features without which an article is incomplete. */
  public List<Feature> requiredArticleFeatures() {
    return articleFeatures.stream().filter(Feature::isAsked).toList();
  }

  /** Whether spans of the layer are judged for each target. */
  public boolean isJudged(String layerId) {
    return stance.isPresent() && stance.get().layer().equals(layerId);
  }

  /** Whether the switch between yes and no is on; false for a switch that is not there. */
  public boolean isOn(String switchId) {
    return switches.get(switchId) instanceof Switch.OnOff onOff && onOff.value();
  }

  /** The option in force of the switch between options; empty for a switch that is not there. */
  public Optional<String> option(String switchId) {
    return switches.get(switchId) instanceof Switch.Choice choice
        ? Optional.of(choice.value())
        : Optional.empty();
  }

  /** The first of T1, T2, T3 … that no target of this codebook has and that is above them all. */
  public String nextTargetId() {
    int highest = 0;
    for (Target target : targets) {
      if (target.id().matches("[Tt][0-9]{1,6}")) {
        highest = Math.max(highest, Integer.parseInt(target.id().substring(1)));
      }
    }
    return "T" + (highest + 1);
  }

  /** The same content under another version. */
  public Codebook withVersion(SemanticVersion newVersion) {
    return copy().version(newVersion).build();
  }

  /** The same codebook under another id and title, as when a project makes it its own. */
  public Codebook withName(String newId, String newTitle) {
    return copy().id(newId).title(newTitle).build();
  }

  /** The same codebook with another description. */
  public Codebook withDescription(String newDescription) {
    return copy().description(newDescription).build();
  }

  /** The same codebook under another language tag and licence. */
  public Codebook withLanguageAndLicence(String newLanguage, String newLicence) {
    return copy().language(newLanguage).licence(newLicence).build();
  }

  /** With the layer in the place of the one of its id, else at the end. */
  public Codebook withLayer(Layer layer) {
    return copy().layers(Parts.with(layers, layer, Layer::id)).build();
  }

  /** Without the layer; relations and the stance that need it must be gone before. */
  public Codebook withoutLayer(String layerId) {
    return copy().layers(Parts.without(layers, layerId, Layer::id)).build();
  }

  /** With the relation in the place of the one of its id, else at the end. */
  public Codebook withRelation(RelationType relation) {
    return copy().relations(Parts.with(relations, relation, RelationType::id)).build();
  }

  /** Without the relation. */
  public Codebook withoutRelation(String relationId) {
    return copy().relations(Parts.without(relations, relationId, RelationType::id)).build();
  }

  /** With this stance, or none. */
  public Codebook withStance(Optional<Judging> newStance) {
    return copy().stance(newStance).build();
  }

  /** With the article feature in the place of the one of its id, else at the end. */
  public Codebook withArticleFeature(Feature feature) {
    return copy().articleFeatures(Parts.with(articleFeatures, feature, Feature::id)).build();
  }

  /** Without the article feature. */
  public Codebook withoutArticleFeature(String featureId) {
    return copy().articleFeatures(Parts.without(articleFeatures, featureId, Feature::id)).build();
  }

  /** With the target in the place of the one of its id, else at the end. */
  public Codebook withTarget(Target target) {
    return copy().targets(Parts.with(targets, target, Target::id)).build();
  }

  /** Without the target. */
  public Codebook withoutTarget(String targetId) {
    return copy().targets(Parts.without(targets, targetId, Target::id)).build();
  }

  /** With the switch of this name set or replaced. */
  public Codebook withSwitch(String switchId, Switch value) {
    Map<String, Switch> changed = new TreeMap<>(switches);
    changed.put(switchId, value);
    return copy().switches(changed).build();
  }

  /** Without the switch. */
  public Codebook withoutSwitch(String switchId) {
    Map<String, Switch> changed = new TreeMap<>(switches);
    if (changed.remove(switchId) == null) {
      throw new IllegalArgumentException(
          "%s is none of %s".formatted(Wording.shown(switchId), switches.keySet()));
    }
    return copy().switches(changed).build();
  }

  /** With the rule in the place of the one of its number, else where its number puts it. */
  public Codebook withRule(Rule rule) {
    List<Rule> changed =
        Parts.with(rules, rule, each -> Integer.toString(each.number())).stream()
            .sorted(Comparator.comparingInt(Rule::number))
            .toList();
    return copy().rules(changed).build();
  }

  /** Without the rule. */
  public Codebook withoutRule(int number) {
    String name = Integer.toString(number);
    return copy()
        .rules(Parts.without(rules, name, each -> Integer.toString(each.number())))
        .build();
  }

  private boolean isMarked(String layerId) {
    return layer(layerId).map(Layer::enabled).orElse(false);
  }

  private CodebookDraft copy() {
    return new CodebookDraft(this);
  }
}

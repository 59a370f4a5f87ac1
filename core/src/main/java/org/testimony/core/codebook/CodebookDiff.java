package org.testimony.core.codebook;

import static org.testimony.core.codebook.Changes.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.testimony.core.codebook.Change.Aspect;
import org.testimony.core.codebook.Change.Part;
import org.testimony.core.codebook.Change.Weight;
import org.testimony.core.codebook.Changes.Kind;
import org.testimony.core.codebook.Changes.Place;

/**
 * What changed between two codebooks, and which version the change asks for. Parts are the same
 * where their ids are; another id is one part removed and one added. The version itself is not
 * compared.
 *
 * <p>A change is minor where every label given before stays right and every set that was complete
 * stays complete: texts, colours, keys, an order that means nothing, optional additions, limits
 * loosened, new targets. It is major where that may not be so: something removed or no longer
 * offered, an answer added to a question that everybody had to answer, something newly required, a
 * type, scale, limit or switch changed, another proposition as target.
 */
public final class CodebookDiff {

  private final Codebook before;
  private final Codebook after;

  private CodebookDiff(Codebook before, Codebook after) {
    this.before = before;
    this.after = after;
  }

  /** All changes, in the order of the format. */
  public static List<Change> between(Codebook before, Codebook after) {
    Changes changes = new Changes();
    new CodebookDiff(before, after).compare(changes.root(after.title()));
    return changes.list();
  }

  /** The lowest version that a codebook may have after these changes; the old one after none. */
  public static SemanticVersion requiredVersion(SemanticVersion old, List<Change> changes) {
    if (changes.isEmpty()) {
      return old;
    }
    return isMajor(changes) ? old.nextMajor() : old.nextMinor();
  }

  /** Whether one of the changes is major. */
  public static boolean isMajor(List<Change> changes) {
    return changes.stream().anyMatch(change -> change.weight() == Weight.MAJOR);
  }

  private void compare(Place root) {
    root.major(Aspect.ID, before.id(), after.id());
    root.minor(Aspect.TITLE, before.title(), after.title());
    root.minor(Aspect.DESCRIPTION, before.description(), after.description());
    root.minor(Aspect.LANGUAGE, before.language(), after.language());
    root.minor(Aspect.LICENCE, before.licence(), after.licence());
    root.parts(
        "layers",
        Kind.of(Part.LAYER, Layer::id, Layer::title, this::weightOfMarking, this::layer),
        before.layers(),
        after.layers());
    root.parts(
        "relations",
        Kind.of(
            Part.RELATION,
            RelationType::id,
            RelationType::title,
            this::weightOfOffering,
            this::relation),
        before.relations(),
        after.relations());
    root.parts(
        "stance",
        Kind.of(
            Part.STANCE, Judging::id, Judging::title, added -> Weight.MINOR, CodebookDiff::judging),
        before.stance().stream().toList(),
        after.stance().stream().toList());
    root.parts(
        "articleFeatures",
        features(Part.ARTICLE_FEATURE),
        before.articleFeatures(),
        after.articleFeatures());
    root.parts(
        "targets",
        Kind.of(
            Part.TARGET, Target::id, Target::title, added -> Weight.MINOR, CodebookDiff::target),
        before.targets(),
        after.targets());
    root.parts(
        "switches",
        switches(),
        List.copyOf(before.switches().entrySet()),
        List.copyOf(after.switches().entrySet()));
    root.parts("rules", rules(), before.rules(), after.rules());
  }

  private void layer(Place place, Layer was, Layer is) {
    place.minor(Aspect.TITLE, was.title(), is.title());
    place.minor(Aspect.DEFINITION, was.definition(), is.definition());
    place.minor(Aspect.GUIDANCE, was.guidance(), is.guidance());
    place.minor(Aspect.EXAMPLE, was.example(), is.example());
    place.minor(Aspect.COUNTER_EXAMPLE, was.counterExample(), is.counterExample());
    place.minor(Aspect.LETTER, was.letter(), is.letter());
    place.minor(Aspect.KEY, was.key(), is.key());
    place.minor(Aspect.COLOR, text(was.color()), text(is.color()));
    place.enabled(was.enabled(), is.enabled(), weightOfMarking(is));
    place.parts("features", features(Part.FEATURE), was.features(), is.features());
  }

  private static Kind<Feature> features(Part part) {
    return Kind.of(
        part, Feature::id, Feature::title, CodebookDiff::weightOfAsking, CodebookDiff::feature);
  }

  private static void feature(Place place, Feature was, Feature is) {
    place.minor(Aspect.TITLE, was.title(), is.title());
    place.minor(Aspect.DEFINITION, was.definition(), is.definition());
    place.major(Aspect.TYPE, was.type().name(), is.type().name());
    place.change(weightOfAsking(is), Aspect.REQUIRED, text(was.required()), text(is.required()));
    place.change(Weight.MAJOR, Aspect.PER_TARGET, text(was.perTarget()), text(is.perTarget()));
    place.enabled(was.enabled(), is.enabled(), weightOfAsking(is));
    Weight order = is.type() == FeatureType.ORDINAL ? Weight.MAJOR : Weight.MINOR;
    place.parts("labels", labels(weightOfAsking(is)).withOrder(order), was.labels(), is.labels());
  }

  /**
   * Labels of one question. One more label is as heavy as the question: where everybody had to
   * answer, what the new label is for got another one before.
   */
  private static Kind<Label> labels(Weight weightOfMore) {
    return Kind.of(
        Part.LABEL,
        Label::id,
        Label::title,
        added -> added.enabled() ? weightOfMore : Weight.MINOR,
        (place, was, is) -> label(place, was, is, weightOfMore));
  }

  private static void label(Place place, Label was, Label is, Weight weightOfMore) {
    place.minor(Aspect.TITLE, was.title(), is.title());
    place.minor(Aspect.DEFINITION, was.definition(), is.definition());
    place.minor(Aspect.EXAMPLE, was.example(), is.example());
    place.minor(Aspect.COUNTER_EXAMPLE, was.counterExample(), is.counterExample());
    place.minor(Aspect.KEY, was.key(), is.key());
    place.minor(Aspect.COLOR, text(was.color()), text(is.color()));
    place.minor(Aspect.GLYPH, was.glyph(), is.glyph());
    place.enabled(was.enabled(), is.enabled(), weightOfMore);
  }

  private void relation(Place place, RelationType was, RelationType is) {
    place.minor(Aspect.TITLE, was.title(), is.title());
    place.minor(Aspect.DEFINITION, was.definition(), is.definition());
    place.minor(Aspect.EXAMPLE, was.example(), is.example());
    place.minor(Aspect.COUNTER_EXAMPLE, was.counterExample(), is.counterExample());
    place.major(Aspect.FROM, was.from(), is.from());
    place.major(Aspect.TO, was.to(), is.to());
    Weight min = is.min() > was.min() ? weightOfOffering(is) : Weight.MINOR;
    place.change(min, Aspect.MIN, text(was.min()), text(is.min()));
    boolean tightened = is.max().orElse(Integer.MAX_VALUE) < was.max().orElse(Integer.MAX_VALUE);
    place.change(
        tightened ? Weight.MAJOR : Weight.MINOR, Aspect.MAX, text(was.max()), text(is.max()));
    Weight exempt = was.exempt().isEmpty() ? Weight.MINOR : Weight.MAJOR;
    place.change(exempt, Aspect.EXEMPT, exemption(was), exemption(is));
    place.enabled(was.enabled(), is.enabled(), weightOfOffering(is));
  }

  private static void judging(Place place, Judging was, Judging is) {
    place.minor(Aspect.TITLE, was.title(), is.title());
    place.minor(Aspect.DEFINITION, was.definition(), is.definition());
    place.major(Aspect.JUDGED_LAYER, was.layer(), is.layer());
    place.parts("labels", labels(Weight.MAJOR), was.labels(), is.labels());
    place.major(Aspect.SCALE, String.join(" ", was.scale()), String.join(" ", is.scale()));
  }

  /** Another proposition is another target: what is for the one may be against the other. */
  private static void target(Place place, Target was, Target is) {
    place.major(Aspect.TITLE, was.title(), is.title());
    place.minor(Aspect.DEFINITION, was.definition(), is.definition());
  }

  private static Kind<Map.Entry<String, Switch>> switches() {
    return Kind.of(
        Part.SWITCH,
        Map.Entry::getKey,
        entry -> entry.getValue().title(),
        added -> Weight.MINOR,
        (place, was, is) -> decision(place, was.getValue(), is.getValue()));
  }

  private static void decision(Place place, Switch was, Switch is) {
    place.minor(Aspect.TITLE, was.title(), is.title());
    place.minor(Aspect.DEFINITION, was.definition(), is.definition());
    place.major(Aspect.VALUE, value(was), value(is));
    place.minor(Aspect.OPTIONS, options(was), options(is));
  }

  private static Kind<Rule> rules() {
    return Kind.<Rule>of(
            Part.RULE,
            rule -> Integer.toString(rule.number()),
            Rule::title,
            added -> Weight.MINOR,
            CodebookDiff::rule)
        .withRemoved(Weight.MINOR);
  }

  private static void rule(Place place, Rule was, Rule is) {
    place.minor(Aspect.TITLE, was.title(), is.title());
    place.minor(Aspect.TEXT, was.text(), is.text());
    place.minor(Aspect.EXAMPLE, was.example(), is.example());
  }

  /** Marking a further layer is major only where spans marked before then need a link to it. */
  private Weight weightOfMarking(Layer layer) {
    boolean needed =
        after.offeredRelations().stream()
            .anyMatch(relation -> relation.to().equals(layer.id()) && isNeeded(relation));
    return layer.enabled() && needed ? Weight.MAJOR : Weight.MINOR;
  }

  /** Offering a relation is major only where spans marked before then need it. */
  private Weight weightOfOffering(RelationType relation) {
    boolean offered = after.offeredRelations().contains(relation);
    return offered && isNeeded(relation) ? Weight.MAJOR : Weight.MINOR;
  }

  private boolean isNeeded(RelationType relation) {
    boolean wasMarked = before.layer(relation.from()).map(Layer::enabled).orElse(false);
    return relation.min() > 0 && wasMarked;
  }

  private static Weight weightOfAsking(Feature feature) {
    return feature.isAsked() ? Weight.MAJOR : Weight.MINOR;
  }

  private static Optional<String> exemption(RelationType relation) {
    return relation.exempt().map(exempt -> exempt.feature() + " " + exempt.label());
  }

  private static String value(Switch decision) {
    return decision instanceof Switch.Choice choice
        ? choice.value()
        : Boolean.toString(((Switch.OnOff) decision).value());
  }

  private static Optional<String> options(Switch decision) {
    return decision instanceof Switch.Choice choice
        ? Optional.of(String.join(" ", choice.options()))
        : Optional.empty();
  }
}

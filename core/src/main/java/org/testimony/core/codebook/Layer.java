package org.testimony.core.codebook;

import java.util.List;
import java.util.Optional;

/**
 * One kind of spans to mark in the text, with the questions about each.
 *
 * @param id name in data, such as Claim
 * @param title name on pages
 * @param definition what is marked
 * @param guidance how far the span goes and what to mind
 * @param example a place where it is marked, the span in square brackets
 * @param counterExample a place that looks like it and is not marked
 * @param letter tag A to Z beside the line under the text
 * @param key marks the selection on the annotation page
 * @param color place in the palette, 1 to 6
 * @param enabled whether it is marked; spans marked before stay valid
 * @param features questions in the order of the form
 */
public record Layer(
    String id,
    String title,
    String definition,
    Optional<String> guidance,
    Optional<String> example,
    Optional<String> counterExample,
    String letter,
    String key,
    int color,
    boolean enabled,
    List<Feature> features) {

  /** Copies; refuses words that break a rule and a feature that asks for each target. */
  public Layer {
    id = Wording.ID.require("id of a layer", id);
    title = Wording.TITLE.require("title of layer " + id, title);
    definition = Wording.TEXT.require("definition of layer " + id, definition);
    guidance = Wording.TEXT.require("guidance of layer " + id, guidance);
    example = Wording.TEXT.require("example of layer " + id, example);
    counterExample = Wording.TEXT.require("counter-example of layer " + id, counterExample);
    letter = Wording.LETTER.require("letter of layer " + id, letter);
    key = Wording.KEY.require("key of layer " + id, key);
    color = Numbers.COLOR.require("color of layer " + id, color);
    features = List.copyOf(features);
    for (Feature feature : features) {
      if (feature.perTarget()) {
        throw new IllegalArgumentException(
            "feature %s of layer %s is asked per target, only article features may be"
                .formatted(feature.id(), id));
      }
    }
  }

  /** The feature of this id, asked or not. */
  public Optional<Feature> feature(String featureId) {
    return features.stream().filter(feature -> feature.id().equals(featureId)).findFirst();
  }

  /** The features that are asked now, in order. */
  public List<Feature> askedFeatures() {
    return features.stream().filter(Feature::enabled).toList();
  }

  /** The features without which a span of this layer is incomplete. */
  public List<Feature> requiredFeatures() {
    return features.stream().filter(Feature::isAsked).toList();
  }

  /** The same layer under another title. */
  public Layer withTitle(String newTitle) {
    return new Layer(
        id,
        newTitle,
        definition,
        guidance,
        example,
        counterExample,
        letter,
        key,
        color,
        enabled,
        features);
  }

  /** The same layer in another colour of the palette. */
  public Layer withColor(int newColor) {
    return new Layer(
        id,
        title,
        definition,
        guidance,
        example,
        counterExample,
        letter,
        key,
        newColor,
        enabled,
        features);
  }

  /** The same layer, marked or not. */
  public Layer withEnabled(boolean marked) {
    return new Layer(
        id,
        title,
        definition,
        guidance,
        example,
        counterExample,
        letter,
        key,
        color,
        marked,
        features);
  }

  /** The same layer with these features. */
  public Layer withFeatures(List<Feature> newFeatures) {
    return new Layer(
        id,
        title,
        definition,
        guidance,
        example,
        counterExample,
        letter,
        key,
        color,
        enabled,
        newFeatures);
  }

  /** The same layer with the feature in the place of the one of its id, else at the end. */
  public Layer withFeature(Feature feature) {
    return withFeatures(Parts.with(features, feature, Feature::id));
  }

  /** The same layer without the feature. */
  public Layer withoutFeature(String featureId) {
    return withFeatures(Parts.without(features, featureId, Feature::id));
  }
}

package org.testimony.core.codebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A codebook being changed: starts as a copy of one and becomes another, which is checked then. */
final class CodebookDraft {

  private String id;
  private SemanticVersion version;
  private String title;
  private String description;
  private String language;
  private String licence;
  private List<Layer> layers;
  private List<RelationType> relations;
  private Optional<Judging> stance;
  private List<Feature> articleFeatures;
  private List<Target> targets;
  private Map<String, Switch> switches;
  private List<Rule> rules;

  CodebookDraft(Codebook codebook) {
    id = codebook.id();
    version = codebook.version();
    title = codebook.title();
    description = codebook.description();
    language = codebook.language();
    licence = codebook.licence();
    layers = codebook.layers();
    relations = codebook.relations();
    stance = codebook.stance();
    articleFeatures = codebook.articleFeatures();
    targets = codebook.targets();
    switches = codebook.switches();
    rules = codebook.rules();
  }

  CodebookDraft id(String value) {
    id = value;
    return this;
  }

  CodebookDraft version(SemanticVersion value) {
    version = value;
    return this;
  }

  CodebookDraft title(String value) {
    title = value;
    return this;
  }

  CodebookDraft description(String value) {
    description = value;
    return this;
  }

  CodebookDraft language(String value) {
    language = value;
    return this;
  }

  CodebookDraft licence(String value) {
    licence = value;
    return this;
  }

  CodebookDraft layers(List<Layer> value) {
    layers = value;
    return this;
  }

  CodebookDraft relations(List<RelationType> value) {
    relations = value;
    return this;
  }

  CodebookDraft stance(Optional<Judging> value) {
    stance = value;
    return this;
  }

  CodebookDraft articleFeatures(List<Feature> value) {
    articleFeatures = value;
    return this;
  }

  CodebookDraft targets(List<Target> value) {
    targets = value;
    return this;
  }

  CodebookDraft switches(Map<String, Switch> value) {
    switches = value;
    return this;
  }

  CodebookDraft rules(List<Rule> value) {
    rules = value;
    return this;
  }

  Codebook build() {
    return new Codebook(
        id,
        version,
        title,
        description,
        language,
        licence,
        layers,
        relations,
        stance,
        articleFeatures,
        targets,
        switches,
        rules);
  }
}

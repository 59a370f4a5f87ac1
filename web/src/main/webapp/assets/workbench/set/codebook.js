/**
 * @typedef {{id: string, title: string, definition?: string, example?: string, counterExample?: string,
 *   key?: string, color?: number}} Label
 * @typedef {{id: string, title: string, definition?: string, type: string, required?: boolean,
 *   perTarget?: boolean, labels?: Label[]}} Feature
 * @typedef {{id: string, title: string, letter: string, key?: string, color?: number,
 *   definition?: string, enabled?: boolean, features: Feature[]}} Layer
 * @typedef {{id: string, title: string, from: string, to: string, min?: number, max?: number,
 *   exempt?: {feature: string, label: string}}} RelationType
 * @typedef {{id: string, layer: string, labels: Label[]}} Judging
 */

/** Look-ups in a codebook document. It knows no layer by name: all comes from the document. */
export class Codebook {
  #layers;
  #relations;
  #articleFeatures;

  /** @param {object} document */
  constructor(document) {
    this.document = document;
    this.version = document.version;
    /** @type {Layer[]} */
    this.layers = (document.layers ?? []).filter((layer) => layer.enabled !== false);
    /** @type {RelationType[]} */
    this.relations = document.relations ?? [];
    /** @type {Judging | null} */
    this.judging = document.stance ?? null;
    /** @type {Feature[]} */
    this.articleFeatures = document.articleFeatures ?? [];
    this.targets = document.targets ?? [];
    this.rules = document.rules ?? [];
    this.#layers = byId(document.layers ?? []);
    this.#relations = byId(this.relations);
    this.#articleFeatures = byId(this.articleFeatures);
  }

  /** @returns {Layer | undefined} */
  layer(id) {
    return this.#layers.get(id);
  }

  /** @returns {Feature | undefined} */
  feature(layer, id) {
    return this.layer(layer)?.features?.find((feature) => feature.id === id);
  }

  articleFeature(id) {
    return this.#articleFeatures.get(id);
  }

  /** @returns {RelationType | undefined} */
  relation(id) {
    return this.#relations.get(id);
  }

  /** Relation types that may begin at a layer and whose other end is in use. */
  relationsFrom(layer) {
    return this.relations.filter((type) => type.from === layer && this.#enabled(type.to));
  }

  relationsTo(layer) {
    return this.relations.filter((type) => type.to === layer && this.#enabled(type.from));
  }

  #enabled(layer) {
    return this.layers.some((candidate) => candidate.id === layer);
  }

  judges(layer) {
    return this.judging !== null && this.targets.length > 0 && this.judging.layer === layer;
  }

  /** Whether a span need not have a relation although others of its layer must. */
  isExempt(span, type) {
    return type.exempt != null && span.features?.[type.exempt.feature] === type.exempt.label;
  }

  /** The layers that relations lead to and that are judged by nothing: speakers, in the default codebook. */
  isReferred(layer) {
    return !this.judges(layer) && this.relations.some((type) => type.to === layer && type.from !== layer);
  }

  switchOn(id) {
    const setting = this.document.switches?.[id];
    const value = typeof setting === 'object' && setting !== null ? setting.value : setting;
    return value === true || value === 'true';
  }

  /** The title of a feature's value; the value itself where it is free text. */
  valueTitle(feature, value) {
    const title = (id) => feature.labels?.find((label) => label.id === id)?.title ?? id;
    return Array.isArray(value) ? value.map(title).join(', ') : title(value);
  }
}

function byId(list) {
  return new Map(list.map((entry) => [entry.id, entry]));
}

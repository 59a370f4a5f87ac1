/**
 * @typedef {import('./codebook.js').Codebook} Codebook
 * @typedef {{id: string, layer: string, span: [number, number][], quote: string[], features: object,
 *   note: string | null, discuss: boolean, origin: string}} Span
 * @typedef {{id: string, type: string, from: string, to: string}} Relation
 * @typedef {{type: string, subject?: string, field?: string, target?: string, before?: any, after?: any}} Change
 */

/**
 * The annotations of one assignment. Spans and relations are values: a change puts a new object in
 * the place of the old one, so that copies of a state may share them.
 */
export class State {
  /** @type {Map<string, Span>} */
  spans = new Map();
  /** @type {Map<string, Relation>} */
  relations = new Map();
  /** @type {Map<string, {claim: string, target: string, value: string}>} */
  judgements = new Map();
  /** @type {Map<string, {feature: string, target: string | null, value: any}>} */
  values = new Map();
  note = null;
  discuss = false;
  /** @type {Span[] | null} */
  #order = null;

  /** @param {object} set the annotation set as the server gives it */
  static of(set) {
    const state = new State();
    for (const span of set.spans ?? []) {
      state.spans.set(span.id, spanOf(span.id, span));
    }
    for (const relation of set.relations ?? []) {
      state.relations.set(relation.id, relation);
    }
    for (const judgement of set.judgements ?? []) {
      state.judgements.set(pair(judgement.claim, judgement.target), judgement);
    }
    for (const value of set.values ?? []) {
      state.values.set(pair(value.feature, value.target), value);
    }
    state.note = set.note ?? null;
    state.discuss = set.discuss === true;
    return state;
  }

  copy() {
    const copy = new State();
    copy.spans = new Map(this.spans);
    copy.relations = new Map(this.relations);
    copy.judgements = new Map(this.judgements);
    copy.values = new Map(this.values);
    copy.note = this.note;
    copy.discuss = this.discuss;
    return copy;
  }

  /** The set in the server's shape, in an order that depends on its content alone. */
  toJson() {
    const by = (key) => (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
    return {
      spans: [...this.spans.values()]
        .map((span) => ({ ...span, features: Object.fromEntries(Object.entries(span.features).sort()) }))
        .sort(by((span) => span.id)),
      relations: [...this.relations.values()].sort(by((relation) => relation.id)),
      judgements: [...this.judgements.values()].sort(by((entry) => pair(entry.claim, entry.target))),
      values: [...this.values.values()].sort(by((entry) => pair(entry.feature, entry.target))),
      note: this.note,
      discuss: this.discuss,
    };
  }

  judgement(claim, target) {
    return this.judgements.get(pair(claim, target))?.value;
  }

  value(feature, target) {
    return this.values.get(pair(feature, target))?.value;
  }

  /** Relations that begin or end at a span. @returns {Relation[]} */
  relationsOf(id) {
    return [...this.relations.values()].filter(({ from, to }) => from === id || to === id);
  }

  judgementsOf(id) {
    return [...this.judgements.values()].filter(({ claim }) => claim === id);
  }

  /** Spans in text order: by first character, longer first. @returns {Span[]} */
  inOrder() {
    this.#order ??= [...this.spans.values()].sort(textOrder);
    return this.#order;
  }

  /** To be called when spans have changed. */
  forgetOrder() {
    this.#order = null;
  }
}

/** Text order of spans: by first character, then longer first, then by id. */
export function textOrder(a, b) {
  return a.span[0][0] - b.span[0][0]
    || b.span.at(-1)[1] - a.span.at(-1)[1]
    || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * Applies one change. A change to what is gone changes nothing, as on the server.
 *
 * @param {State} state
 * @param {Change} change
 * @param {Codebook} codebook
 */
export function apply(state, change, codebook) {
  state.forgetOrder();
  const { type, subject, after } = change;
  const span = state.spans.get(subject);
  switch (type) {
    case 'addSpan':
      if (!span) {
        state.spans.set(subject, spanOf(subject, { ...after, origin: originOf(change) }));
      }
      break;
    case 'removeSpan':
      state.spans.delete(subject);
      dropRelations(state, ({ from, to }) => from === subject || to === subject);
      dropJudgements(state, subject);
      break;
    case 'moveSpan':
      replace(state, span, { span: after?.span, quote: after?.quote });
      break;
    case 'relabel':
      if (span) {
        relabel(state, span, after, codebook);
      }
      break;
    case 'setFeature':
      if (span) {
        replace(state, span, { features: withValue(span.features, change.field, after) });
      }
      break;
    case 'link':
      if (state.spans.has(after.from) && state.spans.has(after.to)) {
        state.relations.set(subject, { id: subject, ...after });
      }
      break;
    case 'unlink':
      state.relations.delete(subject);
      break;
    case 'judge':
      if (span) {
        put(state.judgements, pair(subject, change.target), after, { claim: subject, target: change.target });
      }
      break;
    case 'setArticleValue':
      put(state.values, pair(change.field, change.target), after,
        { feature: change.field, target: change.target ?? null });
      break;
    case 'setNote':
      setOnSpanOrArticle(state, subject, { note: after ?? null });
      break;
    case 'setFlag':
      setOnSpanOrArticle(state, subject, { discuss: after === true });
      break;
    case 'submit':
    case 'reopen':
      break;
    default:
      throw new Error(`unknown operation type ${type}`);
  }
}

/**
 * The changes that lead back from what a change would make of a state. Judged against the state
 * before the change; empty where the change would change nothing.
 *
 * @param {State} state the state before the change
 * @param {Change} change
 * @returns {Change[]}
 */
export function inverse(state, change, codebook) {
  const { type, subject, field, target } = change;
  const span = state.spans.get(subject);
  const onSubject = span !== undefined || (subject === undefined && type !== 'judge');
  switch (type) {
    case 'addSpan':
      return span ? [] : [{ type: 'removeSpan', subject, before: change.after }];
    case 'removeSpan':
      return span
        ? [{ type: 'addSpan', subject, after: contentOf(span) }, ...restored(state, subject, () => true, () => true)]
        : [];
    case 'moveSpan':
      return span ? [{ type, subject, before: change.after, after: placeOf(span) }] : [];
    case 'relabel':
      return span ? unlabel(state, span, change, codebook) : [];
    case 'link':
      return state.relations.has(subject) ? [] : [{ type: 'unlink', subject, before: change.after }];
    case 'unlink': {
      const relation = state.relations.get(subject);
      return relation ? [{ type: 'link', subject, after: endsOf(relation) }] : [];
    }
    case 'setFeature':
    case 'judge':
    case 'setArticleValue':
    case 'setNote':
    case 'setFlag':
      return onSubject
        ? [clean({ type, subject, field, target, before: change.after, after: current(state, change) })]
        : [];
    default:
      return [];
  }
}

/**
 * What a state says at the place that a change sets; undefined where unset or gone.
 *
 * @param {State} state
 * @param {Change} change
 */
export function current(state, { type, subject, field, target }) {
  const span = state.spans.get(subject);
  switch (type) {
    case 'addSpan':
    case 'removeSpan':
      return span && contentOf(span);
    case 'moveSpan':
      return span && placeOf(span);
    case 'relabel':
      return span?.layer;
    case 'setFeature':
      return span?.features[field];
    case 'link':
    case 'unlink': {
      const relation = state.relations.get(subject);
      return relation && endsOf(relation);
    }
    case 'judge':
      return state.judgement(subject, target);
    case 'setArticleValue':
      return state.value(field, target ?? null);
    case 'setNote':
      return (subject === undefined ? state.note : span?.note) ?? undefined;
    case 'setFlag':
      return (subject === undefined ? state.discuss : span?.discuss) || undefined;
    default:
      return undefined;
  }
}

/** A span as operations carry it: without id and origin, and without what is unset. */
export function contentOf({ layer, span, quote, features, note, discuss }) {
  const content = { layer, span, quote };
  if (Object.keys(features).length > 0) {
    content.features = features;
  }
  if (note !== null) {
    content.note = note;
  }
  if (discuss) {
    content.discuss = true;
  }
  return content;
}

/** A change without its absent members. @param {Change} change @returns {Change} */
export function clean(change) {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function spanOf(id, { layer, span, quote, features, note, discuss, origin }) {
  return {
    id, layer, span, quote,
    features: features ?? {},
    note: note ?? null,
    discuss: discuss === true,
    origin: origin ?? 'MANUAL',
  };
}

function originOf({ input }) {
  return input === 'SUGGESTION' ? 'ACCEPTED' : input === 'IMPORT' ? 'IMPORT' : 'MANUAL';
}

function placeOf({ span, quote }) {
  return { span, quote };
}

function endsOf({ type, from, to }) {
  return { type, from, to };
}

function replace(state, span, members) {
  if (span) {
    state.spans.set(span.id, { ...span, ...members });
  }
}

function setOnSpanOrArticle(state, subject, members) {
  if (subject === undefined) {
    Object.assign(state, members);
  } else {
    replace(state, state.spans.get(subject), members);
  }
}

function withValue(features, field, value) {
  const { [field]: old, ...others } = features;
  return value === undefined ? others : { ...others, [field]: value };
}

function put(map, key, value, members) {
  if (value === undefined) {
    map.delete(key);
  } else {
    map.set(key, { ...members, value });
  }
}

function pair(first, second) {
  return `${first}\t${second ?? ''}`;
}

function dropRelations(state, gone) {
  for (const relation of [...state.relations.values()]) {
    if (gone(relation)) {
      state.relations.delete(relation.id);
    }
  }
}

function dropJudgements(state, claim) {
  for (const judgement of state.judgementsOf(claim)) {
    state.judgements.delete(pair(claim, judgement.target));
  }
}

/** The features of a span that another layer has too, with a value that it allows. */
function keptFeatures(span, layer, codebook) {
  return Object.fromEntries(Object.entries(span.features).filter(([id, value]) => {
    const feature = codebook.feature(layer, id);
    const was = codebook.feature(span.layer, id);
    const known = (entry) => feature.labels.some((label) => label.id === entry);
    return feature && feature.type === was?.type
      && (!feature.labels?.length || (Array.isArray(value) ? value.every(known) : known(value)));
  }));
}

function fits(state, relation, id, layer, codebook) {
  const type = codebook.relation(relation.type);
  return type !== undefined
    && (relation.from !== id || type.from === layer)
    && (relation.to !== id || type.to === layer);
}

function relabel(state, span, layer, codebook) {
  state.spans.set(span.id, { ...span, layer, features: keptFeatures(span, layer, codebook) });
  const mine = ({ from, to }) => from === span.id || to === span.id;
  dropRelations(state, (relation) => mine(relation) && !fits(state, relation, span.id, layer, codebook));
  if (!codebook.judges(layer)) {
    dropJudgements(state, span.id);
  }
}

function unlabel(state, span, { subject, after: layer }, codebook) {
  const kept = keptFeatures(span, layer, codebook);
  const features = Object.entries(span.features).filter(([id]) => !(id in kept));
  return [
    { type: 'relabel', subject, before: layer, after: span.layer },
    ...features.map(([field, after]) => ({ type: 'setFeature', subject, field, after })),
    ...restored(state, subject,
      (relation) => !fits(state, relation, subject, layer, codebook),
      () => !codebook.judges(layer)),
  ];
}

/** The links and judgements of a span that went, as changes that bring them back. */
function restored(state, id, relationWent, judgementWent) {
  return [
    ...state.relationsOf(id).filter(relationWent)
      .map((relation) => ({ type: 'link', subject: relation.id, after: endsOf(relation) })),
    ...state.judgementsOf(id).filter(judgementWent)
      .map(({ claim, target, value }) => ({ type: 'judge', subject: claim, target, after: value })),
  ];
}

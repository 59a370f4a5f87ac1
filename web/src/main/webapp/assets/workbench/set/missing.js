/**
 * @typedef {import('./state.js').State} State
 * @typedef {import('./codebook.js').Codebook} Codebook
 * @typedef {{kind: 'feature' | 'relation' | 'stance' | 'article', subject?: string, field: string,
 *   target?: string}} Gap
 */

/**
 * What a set lacks, in text order, the article's own values last. A gap of kind `stance` does not
 * hold up a submission: it is asked once.
 *
 * @param {State} state
 * @param {Codebook} codebook
 * @returns {Gap[]}
 */
export function missing(state, codebook) {
  const linked = new Map();
  for (const { type, from } of state.relations.values()) {
    linked.set(`${from}\t${type}`, (linked.get(`${from}\t${type}`) ?? 0) + 1);
  }
  return [
    ...state.inOrder().flatMap((span) => missingOfSpan(span, state, codebook, linked)),
    ...missingOfArticle(state, codebook),
  ];
}

function missingOfSpan(span, state, codebook, linked) {
  const gaps = [];
  for (const feature of codebook.layer(span.layer)?.features ?? []) {
    if (feature.required && span.features[feature.id] === undefined) {
      gaps.push({ kind: 'feature', subject: span.id, field: feature.id });
    }
  }
  for (const type of codebook.relationsFrom(span.layer)) {
    if ((linked.get(`${span.id}\t${type.id}`) ?? 0) < (type.min ?? 0) && !codebook.isExempt(span, type)) {
      gaps.push({ kind: 'relation', subject: span.id, field: type.id });
    }
  }
  if (codebook.judges(span.layer)) {
    for (const target of codebook.targets) {
      if (state.judgement(span.id, target.id) === undefined) {
        gaps.push({ kind: 'stance', subject: span.id, field: codebook.judging.id, target: target.id });
      }
    }
  }
  return gaps;
}

function missingOfArticle(state, codebook) {
  const gaps = [];
  for (const feature of codebook.articleFeatures.filter((candidate) => candidate.required)) {
    for (const target of feature.perTarget ? codebook.targets.map(({ id }) => id) : [undefined]) {
      if (state.value(feature.id, target) === undefined) {
        gaps.push({ kind: 'article', field: feature.id, target });
      }
    }
  }
  return gaps;
}

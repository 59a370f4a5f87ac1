import { clean, contentOf, current } from './state.js';

/**
 * Makers of changes: each takes the state that the annotator sees and says what was there before.
 *
 * @typedef {import('./state.js').State} State
 * @typedef {import('./state.js').Change} Change
 */

/** @returns {Change} */
export function addSpan(id, layer, span, quote, features = {}) {
  return { type: 'addSpan', subject: id, after: contentOf({ layer, span, quote, features, note: null }) };
}

/** @param {State} state @returns {Change} */
export function removeSpan(state, id) {
  return { type: 'removeSpan', subject: id, before: contentOf(state.spans.get(id)) };
}

/** @param {State} state @returns {Change} */
export function moveSpan(state, id, span, quote) {
  return setting(state, { type: 'moveSpan', subject: id, after: { span, quote } });
}

/** @param {State} state @returns {Change} */
export function relabel(state, id, layer) {
  return setting(state, { type: 'relabel', subject: id, after: layer });
}

/** @param {State} state @returns {Change} */
export function setFeature(state, id, field, value) {
  return setting(state, { type: 'setFeature', subject: id, field, after: asStored(value) });
}

/** @returns {Change} */
export function link(id, type, from, to) {
  return { type: 'link', subject: id, after: { type, from, to } };
}

/** @param {State} state @returns {Change} */
export function unlink(state, id) {
  const { type, from, to } = state.relations.get(id);
  return { type: 'unlink', subject: id, before: { type, from, to } };
}

/** @param {State} state @returns {Change} */
export function judge(state, claim, target, value) {
  return setting(state, { type: 'judge', subject: claim, target, after: value });
}

/** @param {State} state @returns {Change} */
export function setArticleValue(state, field, target, value) {
  return setting(state, { type: 'setArticleValue', field, target: target ?? undefined, after: asStored(value) });
}

/** @param {State} state @param {string | undefined} subject the article where undefined @returns {Change} */
export function setNote(state, subject, text) {
  return setting(state, { type: 'setNote', subject, after: asStored(text) });
}

/** @param {State} state @param {string | undefined} subject the article where undefined @returns {Change} */
export function setDiscuss(state, subject, on) {
  return setting(state, { type: 'setFlag', subject, field: 'discuss', after: on ? true : undefined });
}

/** @returns {Change} */
export function submit(unsetStanceConfirmed) {
  return unsetStanceConfirmed ? { type: 'submit', after: { unsetStanceConfirmed: true } } : { type: 'submit' };
}

/** Whether a change would leave everything as it is. @param {Change} change */
export function isIdle({ type, before, after }) {
  const sets = ['moveSpan', 'relabel', 'setFeature', 'judge', 'setArticleValue', 'setNote', 'setFlag'];
  return sets.includes(type) && JSON.stringify(before) === JSON.stringify(after);
}

function setting(state, change) {
  return clean({ ...change, before: current(state, change) });
}

/** Unset has one form: absent. Several choices are kept in one order. */
function asStored(value) {
  if (value === null || value === '' || value === false) {
    return undefined;
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? undefined : [...value].sort();
  }
  return value;
}

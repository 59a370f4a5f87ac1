/**
 * The short names of the spans of a set: the letter of the layer and the place in text order, "C3".
 *
 * @param {import('./state.js').State} state
 * @param {import('./codebook.js').Codebook} codebook
 * @returns {Map<string, {tag: string, number: number, of: number}>}
 */
export function numbers(state, codebook) {
  const counts = new Map();
  const names = new Map();
  for (const { id, layer } of state.inOrder()) {
    const number = (counts.get(layer) ?? 0) + 1;
    counts.set(layer, number);
    names.set(id, { tag: `${codebook.layer(layer)?.letter ?? '?'}${number}`, number, layer });
  }
  for (const name of names.values()) {
    name.of = counts.get(name.layer);
  }
  return names;
}

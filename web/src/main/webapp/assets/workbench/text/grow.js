import { nextWord, snap, sorted, wordNear } from './place.js';

/** @typedef {import('./article.js').Article} Article */
/** @typedef {import('./article.js').Range} Range */

/**
 * The next larger place around a selection: word, clause, quotation, sentence, paragraph.
 *
 * @param {Article} article
 * @param {Range} selection
 * @returns {Range} the selection itself where nothing larger exists
 */
export function grow(article, selection) {
  const range = sorted(selection);
  if (range[0] === range[1]) {
    return wordNear(article, range[0]) ?? range;
  }
  return ladder(article, range).find((step) => contains(step, range) && size(step) > size(range)) ?? range;
}

/**
 * The next smaller place that begins where the selection begins: sentence, quotation, clause, word.
 *
 * @param {Article} article
 * @param {Range} selection
 * @returns {Range} the selection itself where nothing smaller exists
 */
export function shrink(article, selection) {
  const range = sorted(selection);
  const first = nextWord(article, range[0], 1);
  if (!first || first[1] > range[1]) {
    return range;
  }
  const inside = ladder(article, first).filter((step) => contains(range, step) && size(step) < size(range));
  return inside.at(-1) ?? range;
}

/** The places around a range, smallest first. */
function ladder(article, range) {
  const paragraphs = article.paragraphsIn(range);
  if (paragraphs.length === 0) {
    return [];
  }
  const steps = [['words'], ['clauses'], ['sentences']].map(([unit]) =>
    hull(paragraphs.flatMap((paragraph) => paragraph[unit]).filter((part) => touches(part, range))));
  for (const { range: pair, quotation } of paragraphs[0].pairs) {
    if (quotation && contains(pair, range)) {
      steps.push(pair);
    }
  }
  steps.push([paragraphs[0].begin, paragraphs.at(-1).end]);
  return steps
    .map((step) => step && snap(article, step))
    .filter((step) => step && contains(step, range))
    .sort((a, b) => size(a) - size(b));
}

function hull(parts) {
  return parts.length === 0 ? null : [parts[0][0], parts.at(-1)[1]];
}

function touches(part, range) {
  return part[0] < range[1] && range[0] < part[1];
}

function contains(outer, inner) {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

function size([begin, end]) {
  return end - begin;
}

import { snap } from './place.js';

/** @typedef {import('./article.js').Article} Article */
/** @typedef {import('./article.js').Range} Range */

/**
 * Where words stand in an article, whatever their case, white space and kind of quotation mark.
 *
 * @param {Article} article
 * @param {string} words
 * @returns {Range[]} in text order
 */
export function find(article, words) {
  const pattern = patternOf(words);
  if (pattern === null) {
    return [];
  }
  return article.paragraphs.flatMap((paragraph) =>
    Array.from(paragraph.text.matchAll(pattern), (match) =>
      [paragraph.pointAt(match.index), paragraph.pointAt(match.index + match[0].length)]));
}

/**
 * The places that begin with some words and end with others, in one paragraph; the nearest end for
 * each begin. Without last words, the first words are the whole place.
 *
 * @param {Article} article
 * @param {string} first
 * @param {string} last
 * @returns {Range[]}
 */
export function between(article, first, last) {
  const begins = find(article, first);
  const ends = last.trim() === '' ? begins : find(article, last);
  return begins.flatMap((begin) => {
    const { end } = article.paragraphAt(begin[0]);
    const close = last.trim() === '' ? begin : ends.find((range) => range[0] >= begin[0] && range[1] >= begin[1] && range[1] <= end);
    const place = close && snap(article, [begin[0], close[1]]);
    return place ? [place] : [];
  });
}

function patternOf(words) {
  const parts = words.trim().split(/\s+/u).filter(Boolean);
  if (parts.length === 0) {
    return null;
  }
  const escaped = parts.map((part) => part
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replace(/["“”„«»]/gu, '["“”„«»]')
    .replace(/['‘’]/gu, "['‘’]"));
  return new RegExp(escaped.join('\\s+'), 'giu');
}

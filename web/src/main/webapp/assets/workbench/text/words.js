/** A run of letters, digits and marks: what counts as a word where the browser cannot segment. */
const RUN = /[\p{L}\p{N}\p{M}]+/gu;
const JOINT = /^[-\u2010\u2011'\u2019.&\u00ad\u2060]$/u;
const ATTACHED_BEFORE = /[\p{Sc}#@]/u;
const ATTACHED_AFTER = /[%\u2030\u00b0\p{Sc}\u00ad]/u;
const DOTTED = /^(?:\p{L}\.)+\p{L}$/u;

let segmenter;

/**
 * The words of a string as UTF-16 ranges.
 *
 * Words joined by a hyphen, an apostrophe or an inner full stop are one ("pre-2014", "Kyiv's",
 * "U.S."), and signs that belong to a number go with it ("$5", "5%"): a boundary inside such a word
 * is never meant.
 *
 * @param {string} text
 * @returns {[number, number][]}
 */
export function wordsOf(text) {
  const words = [];
  for (const [begin, end] of runs(text)) {
    const last = words.at(-1);
    if (last && (last[1] === begin || (begin - last[1] === 1 && JOINT.test(text[last[1]])))) {
      last[1] = end;
    } else {
      words.push([begin, end]);
    }
  }
  return words.map(([begin, end]) => attached(text, begin, end));
}

function runs(text) {
  if (typeof Intl === 'undefined' || !Intl.Segmenter) {
    return Array.from(text.matchAll(RUN), (match) => [match.index, match.index + match[0].length]);
  }
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  const found = [];
  for (const part of segmenter.segment(text)) {
    if (part.isWordLike) {
      found.push([part.index, part.index + part.segment.length]);
    }
  }
  return found;
}

function attached(text, begin, end) {
  if (begin > 0 && ATTACHED_BEFORE.test(text[begin - 1])) {
    begin--;
  }
  if (end < text.length && ATTACHED_AFTER.test(text[end])) {
    end++;
  } else if (text[end] === '.' && DOTTED.test(text.slice(begin, end))) {
    end++;
  }
  return [begin, end];
}

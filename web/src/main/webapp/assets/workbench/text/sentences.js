const END = /(?:\.{1,3}|[!?…]+)["”’»)\]]*(?=\s|$)/gu;
const TITLES = new Set(
  ('mr mrs ms dr gen gov sen rep lt col sgt cpl st prof rev adm capt maj pres hon fr sr jr vs no '
    + 'jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp dept est approx etc').split(' '));
const STARTERS = new Set(
  ('The A An In It He She They But And This That These Those We I You On At For As If When While '
    + 'There Here His Her Their Its Our').split(' '));
const CLAUSE_BREAK = /[,;:](?=[\s”"’»])|\s[\u2013\u2014-]\s|\u2014|[()“”«»„]|(?<=\s)"|"(?=\s|$)/gu;

/**
 * The sentences of a paragraph as UTF-16 ranges, white space between them left out.
 *
 * A full stop after a title, an initial or a dotted acronym ends a sentence only where the next
 * word is one that begins sentences.
 *
 * @param {string} text
 * @returns {[number, number][]}
 */
export function sentencesOf(text) {
  const sentences = [];
  let begin = firstInk(text, 0);
  for (const match of text.matchAll(END)) {
    const end = match.index + match[0].length;
    const next = firstInk(text, end);
    if (next < text.length && !ends(text.slice(begin, match.index), match[0], text.slice(next))) {
      continue;
    }
    sentences.push([begin, end]);
    begin = next;
  }
  const last = text.trimEnd().length;
  if (begin < last) {
    sentences.push([begin, last]);
  }
  return sentences;
}

function ends(before, stop, after) {
  if (/^\p{Ll}/u.test(after)) {
    return false;
  }
  if (!stop.startsWith('.') || stop.startsWith('..')) {
    return true;
  }
  const word = before.match(/[\p{L}.]+$/u)?.[0] ?? '';
  if (TITLES.has(word.toLowerCase())) {
    return false;
  }
  const initial = /^\p{Lu}$/u.test(word);
  const dotted = /^(?:\p{L}\.)+\p{L}$/u.test(word);
  if (!initial && !dotted) {
    return true;
  }
  return dotted && STARTERS.has(after.match(/^\p{L}+/u)?.[0] ?? '');
}

/**
 * The clauses of a paragraph as UTF-16 ranges: sentences cut at commas, semicolons, colons, dashes,
 * brackets and quotation marks. A rough unit, meant for widening a selection step by step.
 *
 * @param {string} text
 * @returns {[number, number][]}
 */
export function clausesOf(text) {
  const clauses = [];
  for (const [from, to] of sentencesOf(text)) {
    let begin = from;
    const sentence = text.slice(from, to);
    for (const match of sentence.matchAll(CLAUSE_BREAK)) {
      clauses.push([begin, from + match.index]);
      begin = from + match.index + match[0].length;
    }
    clauses.push([begin, to]);
  }
  return clauses.filter(([begin, end]) => /[\p{L}\p{N}]/u.test(text.slice(begin, end)));
}

function firstInk(text, from) {
  const found = text.slice(from).search(/\S/u);
  return found < 0 ? text.length : from + found;
}

const CLOSERS = { '“': '”', '«': '»', '„': '“', '‘': '’', '‹': '›', '(': ')', '[': ']' };
const LETTER = /[\p{L}\p{N}]/u;
const OPENING_CONTEXT = /[\s(\[\u2014\u2013\-“‘«]/u;

/**
 * Quotations and brackets of one paragraph, marks included, as UTF-16 ranges in order of their end.
 *
 * A straight mark opens after white space and closes elsewhere. An apostrophe inside a word closes
 * nothing. A quotation that is opened and not closed runs to the end of the paragraph, as the press
 * prints a quotation of several paragraphs.
 *
 * @param {string} text
 * @returns {{range: [number, number], quotation: boolean}[]}
 */
export function pairsOf(text) {
  const pairs = [];
  const open = [];
  const close = (depth, at) => {
    const mark = open[depth];
    open.length = depth;
    pairs.push({ range: [mark.at, at + 1], quotation: !'(['.includes(mark.sign) });
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text[i];
    const depth = open.findLastIndex((mark) => mark.closer === sign);
    if (depth >= 0 && closes(text, i)) {
      close(depth, i);
    } else if (sign === '"' ? opensStraight(text, i) : sign in CLOSERS && opens(text, i)) {
      open.push({ sign, at: i, closer: sign === '"' ? '"' : CLOSERS[sign] });
    }
  }
  const unclosed = open.find((mark) => mark.sign === '“' || mark.sign === '«');
  if (unclosed) {
    pairs.push({ range: [unclosed.at, text.trimEnd().length], quotation: true });
  }
  return pairs;
}

function closes(text, i) {
  return text[i] !== '’' || !LETTER.test(text[i + 1] ?? '');
}

function opens(text, i) {
  return text[i] !== '‘' || !LETTER.test(text[i - 1] ?? '');
}

function opensStraight(text, i) {
  return (i === 0 || OPENING_CONTEXT.test(text[i - 1])) && /\S/u.test(text[i + 1] ?? '');
}

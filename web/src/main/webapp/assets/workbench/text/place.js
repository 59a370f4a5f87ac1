/** @typedef {import('./article.js').Article} Article */
/** @typedef {import('./article.js').Range} Range */

const EDGE = /[\s\p{P}\p{Z}\p{Cc}\p{Cf}]/u;
const EXTENDS = /[\p{M}\p{Emoji_Modifier}\u200d\ufe0e\ufe0f]/u;
const REGIONAL = /\p{Regional_Indicator}/u;

/**
 * The place that a selection means: whole words, no white space or punctuation at the edges, and
 * the marks of a quotation that it fills.
 *
 * @param {Article} article
 * @param {Range} range
 * @returns {Range | null} null where the selection holds nothing to label
 */
export function snap(article, range) {
  const [begin, end] = sorted(range);
  const words = trim(article, [wordStart(article, begin), wordEnd(article, end)], EDGE);
  return words && quotation(article, words);
}

/**
 * The place that a selection by character means: as it is, without white space at the edges, and
 * never inside what a reader sees as one character.
 *
 * @param {Article} article
 * @param {Range} range
 * @returns {Range | null}
 */
export function exactly(article, range) {
  const [begin, end] = sorted(range);
  return trim(article, [clusterStart(article, begin), clusterEnd(article, end)], /\s/u);
}

/**
 * The quotation that a range fills, marks included; else the range itself. The marks may lie inside
 * or outside of the range, one or both.
 *
 * @param {Article} article
 * @param {Range} range
 * @returns {Range}
 */
export function quotation(article, range) {
  const paragraph = article.paragraphAt(range[0]);
  let widest = range;
  for (const pair of paragraph.pairs) {
    const [open, close] = pair.range;
    if (pair.quotation && range[0] >= open && range[1] <= close && open <= widest[0]
        && isEdge(paragraph, open, range[0]) && isEdge(paragraph, range[1], close)) {
      widest = [open, close];
    }
  }
  return widest;
}

function isEdge(paragraph, begin, end) {
  for (let i = begin; i < end; i++) {
    if (!EDGE.test(paragraph.charAt(i))) {
      return false;
    }
  }
  return true;
}

/** Drops characters at both edges, but not a word's own sign nor a mark whose partner stays inside. */
function trim(article, [begin, end], droppable) {
  const keepsFirst = (at) => edgesOf(article, at).some((range) => range[0] === at && range[1] <= end);
  const keepsLast = (at) => edgesOf(article, at - 1).some((range) => range[1] === at && range[0] >= begin);
  while (begin < end && droppable.test(charAt(article, begin)) && !keepsFirst(begin)) {
    begin++;
  }
  while (end > begin && droppable.test(charAt(article, end - 1)) && !keepsLast(end)) {
    end--;
  }
  return begin < end ? [begin, end] : null;
}

function edgesOf(article, at) {
  const paragraph = article.paragraphAt(at);
  return [...paragraph.words, ...paragraph.pairs.map((pair) => pair.range)];
}

/** The character at an offset; a line end where the offset lies between paragraphs. */
function charAt(article, offset) {
  return article.paragraphAt(offset).charAt(offset) || '\n';
}

function wordStart(article, offset) {
  const word = article.paragraphAt(offset).words.find(([begin, end]) => begin < offset && offset < end);
  return word ? word[0] : offset;
}

function wordEnd(article, offset) {
  const word = article.paragraphAt(offset).words.find(([begin, end]) => begin < offset && offset < end);
  return word ? word[1] : offset;
}

function clusterStart(article, offset) {
  while (offset > 0 && insideCluster(article, offset)) {
    offset--;
  }
  return offset;
}

function clusterEnd(article, offset) {
  while (offset < article.length && insideCluster(article, offset)) {
    offset++;
  }
  return offset;
}

function insideCluster(article, offset) {
  const before = charAt(article, offset - 1);
  const after = charAt(article, offset);
  if (EXTENDS.test(after) || before === '\u200d') {
    return true;
  }
  if (!REGIONAL.test(after) || !REGIONAL.test(before)) {
    return false;
  }
  let flags = 0;
  while (offset - 1 - flags >= 0 && REGIONAL.test(charAt(article, offset - 1 - flags))) {
    flags++;
  }
  return flags % 2 === 1;
}

/**
 * The word that an offset lies in or touches, else the nearest one of its paragraph, the next one
 * first, else of the article.
 *
 * @param {Article} article
 * @param {number} offset
 * @returns {Range | null}
 */
export function wordNear(article, offset) {
  const { words } = article.paragraphAt(offset);
  return words.find((word) => word[0] <= offset && offset < word[1])
    ?? words.find((word) => word[1] === offset)
    ?? words.find((word) => word[0] > offset)
    ?? words.at(-1)
    ?? nextWord(article, offset, 1) ?? nextWord(article, offset, -1);
}

/**
 * The first word that ends after an offset (direction 1), or the last that begins before it (-1).
 *
 * @param {Article} article
 * @param {number} offset
 * @param {1 | -1} direction
 * @returns {Range | null}
 */
export function nextWord(article, offset, direction) {
  let index = article.paragraphAt(offset)?.index ?? -1;
  for (; index >= 0 && index < article.paragraphs.length; index += direction) {
    const { words } = article.paragraphs[index];
    const word = direction > 0
      ? words.find((candidate) => candidate[1] > offset)
      : words.findLast((candidate) => candidate[0] < offset);
    if (word) {
      return word;
    }
  }
  return null;
}

/** @param {Range} range @returns {Range} */
export function sorted([a, b]) {
  return a <= b ? [a, b] : [b, a];
}

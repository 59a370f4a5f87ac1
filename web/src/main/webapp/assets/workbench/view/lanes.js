/**
 * @typedef {{id: string, begin: number, end: number, starts: boolean, goesOn: boolean}} Piece
 *   a fragment of a span inside one paragraph; it `starts` where the fragment begins here, and
 *   `goesOn` where it is not the first of its span
 */

/** How many lines fit under a line of text. */
export const LANES = 4;

/** Starts that are nearer than this many characters share one tag, which else would overlap. */
const TAG_WIDTH = 3;

/**
 * The fragments of spans that lie in a paragraph, in text order, longer ones first.
 *
 * @param {{begin: number, end: number}} paragraph
 * @param {{id: string, span: [number, number][]}[]} spans
 * @returns {Piece[]}
 */
export function piecesOf(paragraph, spans) {
  const pieces = [];
  for (const { id, span } of spans) {
    span.forEach(([begin, end], index) => {
      if (begin < paragraph.end && end > paragraph.begin) {
        pieces.push({
          id,
          begin: Math.max(begin, paragraph.begin),
          end: Math.min(end, paragraph.end),
          starts: begin >= paragraph.begin,
          goesOn: index > 0,
        });
      }
    });
  }
  return pieces.sort((a, b) => a.begin - b.begin || b.end - a.end || (a.id < b.id ? -1 : 1));
}

/**
 * A lane from 1 to 4 for each span of a paragraph: spans that overlap get different lanes, shorter
 * ones the lane nearer to the text. Past the fourth, spans share the fourth.
 *
 * @param {Piece[]} pieces
 * @returns {Map<string, number>}
 */
export function lanesOf(pieces) {
  const spans = new Map();
  for (const piece of pieces) {
    spans.set(piece.id, [...(spans.get(piece.id) ?? []), piece]);
  }
  const length = (parts) => parts.reduce((sum, { begin, end }) => sum + end - begin, 0);
  const order = [...spans].sort(([aId, a], [bId, b]) =>
    length(a) - length(b) || a[0].begin - b[0].begin || (aId < bId ? -1 : 1));
  const lanes = new Map();
  const taken = Array.from({ length: LANES }, () => []);
  for (const [id, parts] of order) {
    const free = taken.findIndex((others) => !others.some((other) => parts.some((part) => overlap(part, other))));
    const lane = free < 0 ? LANES - 1 : free;
    taken[lane].push(...parts);
    lanes.set(id, lane + 1);
  }
  return lanes;
}

function overlap(a, b) {
  return a.begin < b.end && b.begin < a.end;
}

/**
 * A paragraph cut at every begin and end: each segment names the spans that cover it, outer first.
 *
 * @param {{begin: number, end: number}} paragraph
 * @param {Piece[]} pieces as `piecesOf` gives them
 * @returns {{begin: number, end: number, ids: string[]}[]}
 */
export function segmentsOf(paragraph, pieces) {
  const cuts = new Set([paragraph.begin, paragraph.end]);
  for (const { begin, end } of pieces) {
    cuts.add(begin).add(end);
  }
  const places = [...cuts].sort((a, b) => a - b);
  const segments = [];
  let open = [];
  let next = 0;
  for (let i = 0; i + 1 < places.length; i++) {
    const begin = places[i];
    open = open.filter((piece) => piece.end > begin);
    while (next < pieces.length && pieces[next].begin <= begin) {
      open.push(pieces[next++]);
    }
    segments.push({ begin, end: places[i + 1], ids: open.map(({ id }) => id) });
  }
  return segments;
}

/**
 * The tags of a paragraph: spans that start together or nearly so share one, on the first of them.
 *
 * @param {Piece[]} pieces as `piecesOf` gives them
 * @returns {Map<string, {id: string, goesOn: boolean}[]>} by `id@begin` of the piece that carries the tag
 */
export function tagsOf(pieces) {
  const tags = new Map();
  let group = null;
  for (const piece of pieces.filter(({ starts }) => starts)) {
    if (group === null || piece.begin - group.begin >= TAG_WIDTH) {
      group = { begin: piece.begin, members: [] };
      tags.set(`${piece.id}@${piece.begin}`, group.members);
    }
    group.members.push({ id: piece.id, goesOn: piece.goesOn });
  }
  return tags;
}

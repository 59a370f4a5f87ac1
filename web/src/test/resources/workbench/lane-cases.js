import { lanesOf, piecesOf, segmentsOf, tagsOf } from '../../../main/webapp/assets/workbench/view/lanes.js';

/** How the spans of a paragraph are laid out. */
export function layOut({ paragraph: [begin, end], spans }) {
  const paragraph = { begin, end };
  const pieces = piecesOf(paragraph, spans.map(([id, ...span]) => ({ id, span })));
  return {
    lanes: Object.fromEntries(lanesOf(pieces)),
    segments: segmentsOf(paragraph, pieces).map((segment) => [segment.begin, segment.end, segment.ids.join(' ')]),
    tags: [...tagsOf(pieces)].map(([at, members]) =>
      [at, members.map(({ id, goesOn }) => (goesOn ? `…${id}` : id)).join(' ')]),
  };
}

/** The laws of the layout that random spans break; empty where all hold. */
export function brokenLaws({ seed }) {
  const random = generator(seed);
  const paragraph = { begin: 100, end: 100 + 20 + Math.floor(random() * 200) };
  const spans = Array.from({ length: Math.floor(random() * 14) }, (_, index) => {
    const begin = 90 + Math.floor(random() * (paragraph.end - 95));
    const end = begin + 1 + Math.floor(random() * 60);
    const second = end + 1 + Math.floor(random() * 20);
    return { id: `s${index}`, span: random() < 0.2 ? [[begin, end], [second, second + 5]] : [[begin, end]] };
  });
  const pieces = piecesOf(paragraph, spans);
  const lanes = lanesOf(pieces);
  const segments = segmentsOf(paragraph, pieces);
  const broken = [];
  let at = paragraph.begin;
  for (const { begin, end, ids } of segments) {
    if (begin !== at || end <= begin) {
      broken.push(`segment ${begin} does not follow ${at}`);
    }
    at = end;
    const covering = spans.filter(({ span }) => span.some(([from, to]) => from <= begin && end <= to)).map(({ id }) => id);
    if ([...ids].sort().join() !== covering.sort().join()) {
      broken.push(`[${begin}, ${end}) is covered by ${covering}, not by ${ids}`);
    }
    const free = ids.filter((id) => lanes.get(id) < 4);
    if (new Set(free.map((id) => lanes.get(id))).size !== free.length) {
      broken.push(`two spans of [${begin}, ${end}) share a lane: ${ids.map((id) => lanes.get(id))}`);
    }
  }
  if (at !== paragraph.end) {
    broken.push(`the last segment ends at ${at}`);
  }
  if ([...lanes.values()].some((lane) => lane < 1 || lane > 4)) {
    broken.push('a lane is not one of four');
  }
  return broken;
}

export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

import { Article } from '../../../main/webapp/assets/workbench/text/article.js';
import { find, between } from '../../../main/webapp/assets/workbench/text/find.js';
import { grow, shrink } from '../../../main/webapp/assets/workbench/text/grow.js';
import { Offsets, utf8Length } from '../../../main/webapp/assets/workbench/text/offsets.js';
import { exactly, snap } from '../../../main/webapp/assets/workbench/text/place.js';

/** For each span: its offsets in both units, converted from the other one, and its text. */
export function convert({ text, spans }) {
  const offsets = new Offsets(text);
  const article = new Article(text, [[0, offsets.length]]);
  return {
    length: offsets.length,
    bytes: utf8Length(text),
    spans: spans.map(({ cp, utf16 }) => ({
      cp: utf16.map((unit) => offsets.fromUtf16(unit)),
      utf16: cp.map((point) => offsets.toUtf16(point)),
      text: article.slice(cp[0], cp[1]),
    })),
  };
}

/** Every code point offset, there and back. */
export function roundTrip({ text }) {
  const offsets = new Offsets(text);
  let unit = 0;
  const wrong = [];
  [...text, ''].forEach((character, point) => {
    if (offsets.toUtf16(point) !== unit || offsets.fromUtf16(unit) !== point) {
      wrong.push(point);
    }
    unit += character.length;
  });
  return wrong;
}

export function outside({ text, point }) {
  return new Offsets(text).toUtf16(point);
}

/** The code point that the middle of each surrogate pair is taken for. */
export function insidePairs({ text }) {
  const offsets = new Offsets(text);
  return [...text].flatMap((character, point) =>
    (character.length === 2 ? [[point, offsets.fromUtf16(offsets.toUtf16(point) + 1)]] : []));
}

/** The words of each paragraph as texts. */
export function words({ text, segmenter }) {
  return withSegmenter(segmenter, () => {
    const article = paragraphed(text);
    return article.paragraphs.map((paragraph) => paragraph.words.map(([a, b]) => article.slice(a, b)));
  });
}

export function sentences({ text }) {
  const article = paragraphed(text);
  return article.paragraphs.map((paragraph) => paragraph.sentences.map(([a, b]) => article.slice(a, b)));
}

/** What a selection, given by the words between ⟦ and ⟧, is taken for; likewise written. */
export function snapped({ text, exact }) {
  const { article, range, plain } = marked(text);
  return written(plain, (exact ? exactly : snap)(article, range));
}

/** The texts that a selection grows through, and shrinks through from the last. */
export function ladder({ text }) {
  const { article, range } = marked(text);
  const up = [];
  let here = range;
  for (let next = grow(article, here); String(next) !== String(here); next = grow(article, here)) {
    up.push(article.slice(next[0], next[1]));
    here = next;
  }
  const down = [];
  for (let next = shrink(article, here); String(next) !== String(here); next = shrink(article, here)) {
    down.push(article.slice(next[0], next[1]));
    here = next;
  }
  return { up, down };
}

export function found({ text, words: wanted }) {
  const article = paragraphed(text);
  return find(article, wanted).map(([a, b]) => article.slice(a, b));
}

export function placed({ text, first, last }) {
  const article = paragraphed(text);
  return between(article, first, last).map(([a, b]) => article.slice(a, b));
}

function paragraphed(text) {
  const paragraphs = [];
  let begin = 0;
  for (const line of text.split('\n')) {
    const { length } = [...line];
    if (line.trim() !== '') {
      paragraphs.push([begin, begin + length]);
    }
    begin += length + 1;
  }
  return new Article(text, paragraphs);
}

function marked(text) {
  const points = [...text];
  const begin = points.indexOf('⟦');
  const end = points.indexOf('⟧') - 1;
  const plain = points.filter((point) => point !== '⟦' && point !== '⟧').join('');
  return { article: paragraphed(plain), range: [begin, end], plain };
}

function written(plain, range) {
  if (range === null) {
    return null;
  }
  const points = [...plain];
  return [...points.slice(0, range[0]), '⟦', ...points.slice(range[0], range[1]), '⟧', ...points.slice(range[1])].join('');
}

function withSegmenter(wanted, work) {
  const { Segmenter } = Intl;
  if (!wanted) {
    Intl.Segmenter = undefined;
  }
  try {
    return work();
  } finally {
    Intl.Segmenter = Segmenter;
  }
}

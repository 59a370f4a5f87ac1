import { h } from '../dom.js';

/**
 * The paragraphs of a claim with one before and one after it: its words marked, its speakers underlined.
 *
 * @param {import('../text/article.js').Article} article
 * @param {import('../set/state.js').Span} claim
 * @param {import('../set/state.js').Span[]} speakers
 */
export function contextOf(article, claim, speakers) {
  const first = article.paragraphAt(claim.span[0][0]).index;
  const last = article.paragraphAt(claim.span.at(-1)[1] - 1).index;
  const shown = article.paragraphs.slice(Math.max(0, first - 1), last + 2);
  return h('div', { class: 'ctx serif' }, shown.map((paragraph) =>
    h('p', { class: paragraph.index < first || paragraph.index > last ? 'around' : null }, pieces(paragraph, claim, speakers))));
}

/** A paragraph cut where marks begin and end. */
function pieces(paragraph, claim, speakers) {
  const inside = (point) => point > paragraph.begin && point < paragraph.end;
  const ranges = [claim, ...speakers].flatMap(({ span }) => span);
  const cuts = [...new Set([paragraph.begin, ...ranges.flat().filter(inside), paragraph.end])].sort((a, b) => a - b);
  const covers = ({ span }, point) => span.some(([begin, end]) => begin <= point && point < end);
  return cuts.slice(0, -1).map((begin, index) => {
    const text = paragraph.slice(begin, cuts[index + 1]);
    const spoken = speakers.some((speaker) => covers(speaker, begin));
    const words = spoken ? h('span', { class: 'who' }, text) : text;
    return covers(claim, begin) ? h('mark', {}, words) : words;
  });
}

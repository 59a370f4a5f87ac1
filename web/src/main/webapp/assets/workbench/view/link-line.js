import { svg } from '../dom.js';

const RADIUS = 7;

/** The lines from the selected span to the spans that it is linked to, drawn in the gutter. */
export class LinkLine {
  #box;
  element = svg('svg', { class: 'wb-links', 'aria-hidden': 'true', focusable: 'false' });

  constructor(box) {
    this.#box = box;
  }

  /**
   * @param {{from: string, to: string, color: string}[]} links
   */
  draw(links) {
    const frame = this.element.parentElement.getBoundingClientRect();
    const gutter = this.#box.element.getBoundingClientRect().left - frame.left - 14;
    const paths = links.flatMap(({ from, to, color }) => {
      const a = this.#tagPlace(from, frame);
      const b = this.#tagPlace(to, frame);
      return a && b && !(a.x === b.x && a.y === b.y) ? [route(a, b, Math.max(4, gutter), color)] : [];
    });
    this.element.replaceChildren(...paths);
  }

  /** Middle of the left edge of a span's tag; the paragraph's where it is not painted. */
  #tagPlace(id, frame) {
    const element = this.#box.elementOf(id);
    const rect = element?.getClientRects()[0];
    if (rect) {
      return { x: rect.left - frame.left - 2, y: rect.top - frame.top - 6 };
    }
    const paragraph = element?.closest('p')?.getBoundingClientRect();
    return paragraph ? { x: paragraph.left - frame.left, y: paragraph.top - frame.top + 12 } : null;
  }
}

/** Out of the tag to the left, along the gutter, into the other tag, with an arrow there. */
function route(from, to, gutter, color) {
  const down = to.y >= from.y;
  const turn = Math.min(RADIUS, Math.abs(to.y - from.y) / 2);
  const bend = down ? turn : -turn;
  const path = turn < 2
    ? `M${from.x},${from.y} H${to.x}`
    : `M${from.x},${from.y} H${gutter + turn} Q${gutter},${from.y} ${gutter},${from.y + bend} `
      + `V${to.y - bend} Q${gutter},${to.y} ${gutter + turn},${to.y} H${to.x}`;
  return svg('g', { class: color },
    svg('path', { class: 'line', d: path }),
    svg('path', { class: 'head', d: `M${to.x + 1},${to.y} l-6,-4 v8 z` }));
}

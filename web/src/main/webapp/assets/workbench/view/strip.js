import { h } from '../dom.js';

/** The strip beside the scroll bar: where in the article spans lie, and which one is selected. */
export class Strip {
  #article;
  #box;
  #drawn = '';
  element = h('div', { class: 'strip', 'aria-hidden': 'true' });

  constructor(article, box) {
    this.#article = article;
    this.#box = box;
    this.element.addEventListener('click', (event) => {
      const { scroller } = this.#box;
      const part = event.offsetY / this.element.clientHeight;
      scroller.scrollTo({ top: part * scroller.scrollHeight - scroller.clientHeight / 2 });
    });
  }

  /**
   * @param {import('../set/state.js').Span[]} spans
   * @param {import('./text-box.js').Look} look
   */
  draw(spans, look) {
    const { scroller } = this.#box;
    const rows = Math.max(1, Math.floor(this.element.clientHeight / 3));
    const tops = this.#article.paragraphs.map((paragraph) => {
      const element = this.#box.paragraph(paragraph.index);
      return [element.offsetTop, element.offsetHeight];
    });
    const offset = this.#box.element.offsetTop;
    const marks = new Map();
    for (const span of spans) {
      const paragraph = this.#article.paragraphAt(span.span[0][0]);
      const [top, height] = tops[paragraph.index];
      const part = (span.span[0][0] - paragraph.begin) / Math.max(1, paragraph.end - paragraph.begin);
      const row = Math.min(rows - 1, Math.floor(((offset + top + part * height) / scroller.scrollHeight) * rows));
      const name = span.id === look.selected ? 'on' : look.color(span);
      marks.set(`${row} ${name}`, [row, name]);
    }
    const drawn = `${rows}:${[...marks.keys()].sort().join()}`;
    if (drawn !== this.#drawn) {
      this.#drawn = drawn;
      this.element.replaceChildren(...[...marks.values()].map(([row, name]) =>
        h('i', { class: name, style: `top:${((row / rows) * 100).toFixed(2)}%` })));
    }
  }
}

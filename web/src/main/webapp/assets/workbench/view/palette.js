import { h } from '../dom.js';

/** The small tool bar at a selection made by mouse or finger. It never takes the focus by itself. */
export class Palette {
  #box;

  /** @param {import('./text-box.js').TextBox} box @param {string} label */
  constructor(box, label) {
    this.#box = box;
    this.element = h('div', { class: 'palette', role: 'toolbar', 'aria-label': label, hidden: true });
    this.element.addEventListener('pointerdown', (event) => event.preventDefault());
    this.element.addEventListener('keydown', (event) => this.#walk(event));
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /**
   * @param {[number, number]} range
   * @param {{content: (Node | string)[], label?: string, act: () => void}[]} tools
   */
  open(range, tools) {
    this.element.replaceChildren(...tools.map(({ content, label, act }) =>
      h('button', { type: 'button', 'aria-label': label, onclick: act }, content)));
    this.element.hidden = false;
    this.place(range);
  }

  place(range) {
    const frame = this.element.parentElement.getBoundingClientRect();
    const rects = [...this.#box.rangeOf(range).getClientRects()].filter(({ width }) => width > 0);
    const last = rects.at(-1) ?? this.#box.rangeOf(range).getBoundingClientRect();
    const half = this.element.offsetWidth / 2;
    const middle = (last.left + last.right) / 2 - frame.left;
    const left = Math.max(8, Math.min(middle - half, frame.width - 2 * half - 8));
    this.element.style.left = `${left}px`;
    this.element.style.top = `${last.bottom - frame.top + 10}px`;
  }

  close() {
    this.element.hidden = true;
  }

  #walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const buttons = [...this.element.children];
    const next = buttons[buttons.indexOf(document.activeElement) + step];
    if (step && next) {
      next.focus();
      event.preventDefault();
    } else if (event.key === 'Escape') {
      this.close();
      this.#box.focus();
      event.stopPropagation();
    }
  }
}

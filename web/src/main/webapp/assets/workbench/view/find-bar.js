import { h, icon } from '../dom.js';

/** Finding words in the article: hits are shaded, Enter goes to the next, Escape back to the text. */
export class FindBar {
  #box;
  #words;
  #hits = [];
  #at = -1;

  /**
   * @param {import('./text-box.js').TextBox} box
   * @param {(text: string) => [number, number][]} find
   * @param {import('../messages.js').Messages} words
   */
  constructor(box, find, words) {
    this.#box = box;
    this.#words = words;
    this.find = find;
    this.input = h('input', {
      type: 'search', 'aria-label': words.say('find.label'), placeholder: words.say('find.label'),
      oninput: () => this.#search(),
      onkeydown: (event) => this.#key(event),
    });
    this.count = h('span', { class: 'xs muted nowrap', role: 'presentation' });
    this.element = h('div', { class: 'find', role: 'search', hidden: true }, this.input, this.count,
      h('button', { type: 'button', class: 'btn quiet icon small', 'aria-label': words.say('find.close'), onclick: () => this.close() }, icon('close')));
  }

  open() {
    this.element.hidden = false;
    this.input.focus();
    this.input.select();
    this.#search();
  }

  close() {
    this.element.hidden = true;
    this.#shade([]);
    if (this.#at >= 0 && this.#hits[this.#at]) {
      this.#box.last = { anchor: this.#hits[this.#at][0], focus: this.#hits[this.#at][1] };
    }
    this.#box.focus();
  }

  /** Shades again after paragraphs were painted anew. */
  refresh() {
    if (!this.element.hidden) {
      this.#shade(this.#hits);
    }
  }

  #search() {
    this.#hits = this.input.value.trim() === '' ? [] : this.find(this.input.value);
    this.#shade(this.#hits);
    this.#at = -1;
    if (this.#hits.length > 0) {
      this.#go(1);
    }
    this.#tell();
  }

  #go(step) {
    if (this.#hits.length > 0) {
      this.#at = (this.#at + step + this.#hits.length) % this.#hits.length;
      this.#box.reveal(this.#hits[this.#at]);
      this.#shade(this.#hits);
      this.#tell();
    }
  }

  #tell() {
    this.count.textContent = this.input.value.trim() === '' ? ''
      : this.#hits.length === 0 ? this.#words.say('find.none')
        : this.#words.say('find.at', this.#at + 1, this.#hits.length);
  }

  #shade(hits) {
    if (!globalThis.CSS?.highlights) {
      return;
    }
    CSS.highlights.set('wb-find', new Highlight(...hits.map((hit) => this.#box.rangeOf(hit))));
    const here = hits[this.#at];
    CSS.highlights.set('wb-find-here', new Highlight(...(here ? [this.#box.rangeOf(here)] : [])));
  }

  #key(event) {
    if (event.key === 'Enter') {
      this.#go(event.shiftKey ? -1 : 1);
      event.preventDefault();
    } else if (event.key === 'Escape') {
      this.close();
      event.preventDefault();
      event.stopPropagation();
    }
  }
}

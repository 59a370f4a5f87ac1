import { h } from '../dom.js';

/**
 * @typedef {{type: string, title: string, from: string, to: string, other: string,
 *   existing: string | null, tag: string, color: string, quote: string, place: string}} Candidate
 * @typedef {{heading: string, candidates: Candidate[]}} Group
 * @typedef {{chosen: (candidate: Candidate) => void, active: (candidate: Candidate) => void,
 *   left: () => void}} Listener
 */

/**
 * The list of spans that a span can be linked with, nearest first, one kind of link at a time.
 * Digits pick, Enter links or unlinks, the arrows to the sides change the kind, Escape leaves.
 */
export class LinkList {
  #words;
  /** @type {Group[]} */
  #groups = [];
  #group = 0;
  #active = 0;
  /** @type {Listener | null} */
  #listener = null;

  /** @param {import('../messages.js').Messages} words */
  constructor(words) {
    this.#words = words;
    this.heading = h('p', { class: 'links-h', id: 'wb-links-heading' });
    this.list = h('ul', {
      class: 'links-list', role: 'listbox', tabindex: '0', 'aria-labelledby': 'wb-links-heading',
      onkeydown: (event) => this.#key(event),
    });
    this.hint = h('p', { class: 'links-k xs muted' });
    this.element = h('div', { class: 'links', hidden: true }, this.heading, this.list, this.hint);
    this.element.addEventListener('focusout', (event) => {
      if (!this.element.contains(event.relatedTarget)) {
        this.#end();
      }
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** @param {Group[]} groups @param {Listener} listener */
  open(groups, listener) {
    this.#groups = groups;
    this.#listener = listener;
    this.hint.textContent = this.#words.say(groups.length > 1 ? 'link.keysMany' : 'link.keys');
    this.element.hidden = false;
    this.list.focus({ preventScroll: true });
    this.#show(0);
  }

  /** Leaves without a choice. */
  close() {
    if (this.isOpen) {
      const { left } = this.#listener;
      this.#end();
      left();
    }
  }

  #end() {
    if (this.isOpen) {
      this.element.hidden = true;
      this.#listener?.active(null);
    }
  }

  #show(group) {
    this.#group = (group + this.#groups.length) % this.#groups.length;
    const { heading, candidates } = this.#groups[this.#group];
    this.heading.textContent = heading;
    this.list.replaceChildren(...candidates.map((candidate, index) => this.#option(candidate, index)));
    this.#activate(Math.max(0, candidates.findIndex(({ existing }) => existing === null)));
  }

  #option({ existing, tag, color, quote, place }, index) {
    return h('li', {
      role: 'option', id: `wb-link-${index}`,
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => this.#choose(index),
    },
    h('kbd', { 'aria-hidden': 'true' }, index < 9 ? String(index + 1) : '·'),
    h('span', { class: `lab ${color}` }, h('b', {}, tag)),
    h('span', { class: 'links-q serif' }, quote),
    h('span', { class: 'muted xs nowrap' }, existing === null ? place : this.#words.say('link.linked', place)));
  }

  #activate(index) {
    const { candidates } = this.#groups[this.#group];
    this.#active = Math.max(0, Math.min(index, candidates.length - 1));
    [...this.list.children].forEach((option, at) =>
      option.setAttribute('aria-selected', String(at === this.#active)));
    this.list.setAttribute('aria-activedescendant', `wb-link-${this.#active}`);
    this.list.children[this.#active]?.scrollIntoView({ block: 'nearest' });
    this.#listener.active(candidates[this.#active]);
  }

  #choose(index) {
    const candidate = this.#groups[this.#group].candidates[index];
    const { chosen, left } = this.#listener;
    this.#end();
    if (candidate) {
      chosen(candidate);
    }
    left();
  }

  #key(event) {
    const { candidates } = this.#groups[this.#group];
    const moves = { ArrowDown: this.#active + 1, ArrowUp: this.#active - 1, Home: 0, End: candidates.length - 1 };
    const sides = { ArrowRight: 1, ArrowLeft: -1 };
    if (event.key in moves) {
      this.#activate(moves[event.key]);
    } else if (event.key in sides) {
      this.#show(this.#group + sides[event.key]);
    } else if (/^[1-9]$/.test(event.key)) {
      this.#activate(Number(event.key) - 1);
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.#choose(this.#active);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }
}

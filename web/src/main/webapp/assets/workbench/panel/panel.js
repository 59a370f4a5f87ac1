import { h, icon, refill } from '../dom.js';
import { Card } from './card.js';
import { groupHead, speakerGroups } from './speakers.js';
import { articleForm } from './article-form.js';
import { guide } from './guide.js';
import { textForm } from './text-form.js';

const MOST_GAPS = 8;
const MOST_CARDS = 120;

/** The side panel: a tab for each layer with its spans, one for the article's values, the guideline. */
export class Panel {
  #wb;
  #card;
  #open;
  #tabs = new Map();
  #cards = new Map();
  #heads = new Map();
  #from = new Map();

  /** @param {import('../workbench.js').Workbench} wb */
  constructor(wb) {
    this.#wb = wb;
    this.#card = new Card(wb);
    const names = [
      ...wb.codebook.layers.map((layer) => ({ id: `layer:${layer.id}`, title: this.#plural(layer), layer })),
      ...(wb.codebook.articleFeatures.length > 0 ? [{ id: 'article', title: wb.words.say('tab.article') }] : []),
      { id: 'guide', title: wb.words.say('tab.guide') },
    ];
    this.tablist = h('div', {
      class: 'tabs', role: 'tablist', 'aria-label': wb.words.say('panel.label'), onkeydown: (event) => this.#walk(event),
    });
    this.element = h('aside', {
      class: 'wb-side', id: 'wb-side', 'aria-label': wb.words.say('panel.label'), onkeydown: (event) => this.#leave(event),
    }, this.tablist);
    for (const { id, title, layer } of names) {
      const key = id.replace(/\W/g, '-');
      const count = h('span', { class: 'count' });
      const tab = h('button', {
        type: 'button', role: 'tab', id: `wb-tab-${key}`, 'aria-controls': `wb-tabpanel-${key}`, onclick: () => this.open(id),
      }, title, layer && ' ', layer && count);
      const body = h('div', { role: 'tabpanel', id: `wb-tabpanel-${key}`, 'aria-labelledby': `wb-tab-${key}`, hidden: true });
      this.#tabs.set(id, { tab, body, count, layer, parts: layer ? this.#layerParts(layer, body) : null, drawn: null });
      this.tablist.append(tab);
      this.element.append(body);
    }
    this.#tabs.get('guide').body.append(guide(wb));
    this.open(names[0].id, { draw: false });
  }

  #plural(layer) {
    const key = `tab.layer.${layer.id}`;
    return this.#wb.words.has(key) && layer.title === layer.id ? this.#wb.words.say(key) : layer.plural ?? layer.title;
  }

  #layerParts(layer, body) {
    const { words } = this.#wb;
    const parts = {
      todo: h('div', { class: 'todo' }),
      list: h('ol', { class: 'cl' }),
      empty: h('p', { class: 'empty-line muted' }, words.say('panel.empty', layer.title, this.#wb.keyOf(`label:${layer.id}`))),
    };
    body.append(parts.todo, parts.list, parts.empty, textForm(this.#wb, layer));
    return parts;
  }

  /** Shows a tab. @param {string} id @param {{draw?: boolean}} [how] whether what is in it is drawn at once */
  open(id, { draw = true } = {}) {
    this.#open = id;
    for (const [name, { tab, body }] of this.#tabs) {
      tab.setAttribute('aria-selected', String(name === id));
      tab.tabIndex = name === id ? 0 : -1;
      body.hidden = name !== id;
    }
    if (draw) {
      this.render();
    }
  }

  /** Shows the tab of a layer; what is in it is drawn with the next refresh. */
  openLayer(layer) {
    if (this.#tabs.has(`layer:${layer}`)) {
      this.open(`layer:${layer}`, { draw: false });
    }
  }

  /** Opens the guideline at a label, a layer or a rule. */
  openGuide(place) {
    this.open('guide');
    const section = this.element.querySelector(`#wb-guide-${CSS.escape(place)}`) ?? this.element.querySelector('.guide h2');
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }

  openArticle() {
    this.open('article');
  }

  /** Escape leads back to the text. */
  #leave(event) {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      this.#wb.box.focus();
    }
  }

  #walk(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const ids = [...this.#tabs.keys()];
      const next = ids[(ids.indexOf(this.#open) + step + ids.length) % ids.length];
      this.open(next);
      this.#tabs.get(next).tab.focus();
      event.preventDefault();
    }
  }

  /** Brings the open tab up to the state. */
  render() {
    const { workspace } = this.#wb;
    const spans = workspace.state.inOrder();
    for (const [id, tab] of this.#tabs) {
      if (tab.layer) {
        const mine = spans.filter(({ layer }) => layer === tab.layer.id);
        tab.count.textContent = String(mine.length);
        if (id === this.#open) {
          this.#renderLayer(tab, mine);
        }
      }
    }
    if (this.#open === 'article') {
      const { body } = this.#tabs.get('article');
      refill(body, articleForm(this.#wb));
    }
  }

  #renderLayer({ parts, layer }, spans) {
    this.#renderTodo(parts.todo);
    parts.empty.hidden = spans.length > 0;
    const items = this.#wb.codebook.isReferred(layer.id)
      ? speakerGroups(this.#wb, layer, spans).flatMap((group) => [{ group }, ...group.members.map((span) => ({ span }))])
      : spans.map((span) => ({ span }));
    place(parts.list, this.#window(items, layer.id));
    const ids = new Set(this.#wb.workspace.state.spans.keys());
    for (const id of [...this.#cards.keys()]) {
      if (!ids.has(id)) {
        this.#cards.delete(id);
      }
    }
  }

  /**
   * The elements of a long list around the selected card, with ways to what stands before and after:
   * a list of thousands would make every change slow.
   */
  #window(items, layer) {
    const at = items.findIndex(({ span }) => span?.id === this.#wb.selected);
    let from = this.#from.get(layer) ?? 0;
    if (at >= 0 && (at < from || at >= from + MOST_CARDS)) {
      from = at - MOST_CARDS / 2;
    }
    from = Math.max(0, Math.min(from, items.length - MOST_CARDS));
    this.#from.set(layer, from);
    const shown = items.slice(from, from + MOST_CARDS)
      .map(({ span, group }) => (span ? this.#cardOf(span) : this.#headOf(group)));
    const step = (key, count, next) => h('li', { class: 'more-cards' }, h('button', {
      type: 'button', class: 'btn quiet small', 'data-k': key,
      onclick: () => {
        this.#wb.selected = null;
        this.#from.set(layer, next);
        this.#wb.refresh();
      },
    }, this.#wb.words.count(key, count)));
    const after = items.length - from - shown.length;
    return [
      ...(from > 0 ? [step('panel.earlier', from, from - MOST_CARDS)] : []),
      ...shown,
      ...(after > 0 ? [step('panel.later', after, from + MOST_CARDS)] : []),
    ];
  }

  /** The card of a span: the one that is there while it shows the same, else a new one in its place. */
  #cardOf(span) {
    const kept = this.#cards.get(span.id);
    const card = { signature: this.#card.signature(span), number: this.#card.number(span), element: kept?.element };
    this.#cards.set(span.id, card);
    if (kept?.signature === card.signature) {
      if (kept.number !== card.number) {
        this.#card.renumber(card.element, span);
      }
      return card.element;
    }
    const fresh = this.#card.element(span);
    if (!kept?.element.isConnected) {
      card.element = fresh;
      return fresh;
    }
    refill(card.element, ...fresh.childNodes);
    card.element.className = fresh.className;
    card.element.toggleAttribute('aria-current', false);
    if (fresh.hasAttribute('aria-current')) {
      card.element.setAttribute('aria-current', 'true');
    }
    return card.element;
  }

  /** The heading of a group of mentions, likewise. */
  #headOf(group) {
    const kept = this.#heads.get(group.key);
    const head = kept?.signature === group.signature ? kept : { signature: group.signature, element: groupHead(this.#wb, group) };
    this.#heads.set(group.key, head);
    return head.element;
  }

  #renderTodo(todo) {
    const { words } = this.#wb;
    const gaps = this.#wb.readOnly ? [] : this.#wb.gaps;
    const bySubject = new Map();
    for (const gap of gaps) {
      bySubject.set(gap.subject ?? '', [...(bySubject.get(gap.subject ?? '') ?? []), gap]);
    }
    todo.hidden = gaps.length === 0;
    if (gaps.length === 0) {
      return;
    }
    const links = [...bySubject].slice(0, MOST_GAPS).flatMap(([subject, list], index) => [
      index > 0 ? ', ' : ' ',
      h('button', { type: 'button', class: 'link', 'data-k': `gap:${subject}`, onclick: () => this.#wb.goToGap(list[0]) },
        this.#wb.gapSummary(subject, list)),
    ]);
    const more = bySubject.size - MOST_GAPS;
    refill(todo, h('span', { class: 'chip warn' }, icon('warning'), words.count('missing.things', gaps.length)), ...links,
      more > 0 ? ` ${words.count('missing.more', more)}` : '');
  }

  /** Moves the focus to the form of the selected span. */
  focusForm() {
    const card = this.element.querySelector('.cc.on');
    card?.scrollIntoView({ block: 'nearest' });
    const controls = [...(card?.querySelectorAll('.cc-f input:not(:disabled), .cc-f select:not(:disabled), .cc-f button, .cc-x input') ?? [])];
    const lacking = card?.querySelector('.lacks input:not(:disabled), .lacks select:not(:disabled)');
    (lacking ?? controls.find((control) => control.matches('input, select')) ?? controls[0])?.focus({ preventScroll: true });
  }

  /** Scrolls the selected card into view, without the focus. */
  revealCard() {
    const card = this.element.querySelector('.cc.on');
    if (card && getComputedStyle(this.element).overflowY === 'auto') {
      const view = this.element.getBoundingClientRect();
      const rect = card.getBoundingClientRect();
      const top = view.top + this.tablist.offsetHeight;
      if (rect.top < top) {
        this.element.scrollBy({ top: rect.top - top - 8 });
      } else if (rect.bottom > view.bottom) {
        this.element.scrollBy({ top: Math.min(rect.bottom - view.bottom + 8, rect.top - top - 8) });
      }
    }
  }

  focusCard(id) {
    this.element.querySelector(`[data-k="card:${CSS.escape(id)}"]`)?.focus();
  }
}

/** Makes the children of a list these, moving only what is elsewhere. */
function place(list, wanted) {
  let here = list.firstChild;
  for (const element of wanted) {
    if (element === here) {
      here = here.nextSibling;
    } else {
      list.insertBefore(element, here);
    }
  }
  while (here) {
    const next = here.nextSibling;
    here.remove();
    here = next;
  }
}

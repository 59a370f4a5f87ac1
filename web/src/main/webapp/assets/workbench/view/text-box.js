import { afterPaint, h } from '../dom.js';
import { lanesOf, piecesOf, segmentsOf, tagsOf } from './lanes.js';

/**
 * @typedef {import('../set/state.js').Span} Span
 * @typedef {{tag: (id: string) => string, color: (span: Span) => string,
 *   selected: string | null, ends: Set<string>}} Look
 * @typedef {{anchor: number, focus: number}} Selection in code points
 */

/**
 * The article as a read-only text box: its own selection is the cursor. Paragraphs are made of Text
 * nodes and nested elements, one per covering span; only what changed is made anew.
 */
export class TextBox {
  #article;
  #paragraphs;
  #painted;
  #observer;
  #indices = new WeakMap();
  /** @type {Selection | null} where the cursor was last */
  last = null;

  /**
   * @param {import('../text/article.js').Article} article
   * @param {{label: string, language: string | null, describedBy: string}} words
   */
  constructor(article, { label, language, describedBy }) {
    this.#article = article;
    this.#paragraphs = article.paragraphs.map((paragraph) =>
      h('p', { 'data-p': paragraph.index, 'data-n': paragraph.index + 1 }, paragraph.text));
    this.#painted = article.paragraphs.map(() => ({ shape: '', tags: '', spans: [] }));
    this.element = h('div', {
      class: 'text', role: 'textbox', 'aria-multiline': 'true', 'aria-readonly': 'true',
      'aria-label': label, 'aria-describedby': describedBy, contenteditable: 'true', inputmode: 'none',
      spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', translate: 'no', tabindex: '0',
      lang: language, dir: 'auto', 'data-gramm': 'false',
    }, this.#paragraphs);
    for (const type of ['beforeinput', 'paste', 'cut', 'drop', 'dragstart']) {
      this.element.addEventListener(type, (event) => event.preventDefault());
    }
    this.#observer = new MutationObserver((records) => this.#mend(records));
    this.#watch();
    document.addEventListener('selectionchange', () => {
      if (this.hasFocus) {
        this.last = this.selection ?? this.last;
      }
    });
  }

  /* ---- painting ---- */

  /**
   * Brings the paragraphs up to the spans. Where only tags changed, as when an earlier span is added,
   * the paragraph stays and the tags follow after the paint.
   *
   * @param {Span[]} spans
   * @param {Look} look
   */
  render(spans, look) {
    const here = this.#article.paragraphs.map(() => []);
    for (const span of spans) {
      this.#indicesOf(span).forEach((index) => here[index].push(span));
    }
    const renamed = [];
    const repainted = [];
    this.#quietly(() => here.forEach((list, index) => {
      const painted = this.#painted[index];
      const shape = list.map((span) => `${span.id} ${span.span} ${this.#classes(span, look)}`).join('\n');
      const tags = list.map((span) => look.tag(span.id)).join(' ');
      if (painted.shape !== shape) {
        this.#paint(index, list, look);
        repainted.push(index);
      } else if (painted.tags !== tags) {
        renamed.push(index);
      }
      this.#painted[index] = { shape, tags, spans: list };
    }));
    if (renamed.length > 0) {
      afterPaint(() => this.#quietly(() => renamed.forEach((index) => this.#rename(index, look))));
    }
    return repainted.length;
  }

  /** The paragraphs that a span touches. Spans are values, so this is found once for each. */
  #indicesOf(span) {
    if (!this.#indices.has(span)) {
      this.#indices.set(span, [...new Set(span.span.flatMap((fragment) =>
        this.#article.paragraphsIn(fragment).map(({ index }) => index)))]);
    }
    return this.#indices.get(span);
  }

  #classes(span, look) {
    const state = span.id === look.selected ? ' sel' : look.ends.has(span.id) ? ' end' : '';
    return `an ${look.color(span)}${state}`;
  }

  #paint(index, spans, look) {
    const paragraph = this.#article.paragraphs[index];
    const pieces = piecesOf(paragraph, spans);
    const lanes = lanesOf(pieces);
    const tags = tagsOf(pieces);
    const byId = new Map(spans.map((span) => [span.id, span]));
    const started = new Set();
    const root = document.createDocumentFragment();
    let open = [];
    for (const { begin, end, ids } of segmentsOf(paragraph, pieces)) {
      let common = 0;
      while (common < ids.length && open[common]?.id === ids[common]) {
        common++;
      }
      open.length = common;
      for (const id of ids.slice(common)) {
        const element = h('span', { class: `${this.#classes(byId.get(id), look)} l${lanes.get(id)}`, 'data-id': id });
        const members = tags.get(`${id}@${begin}`);
        if (members && !started.has(`${id}@${begin}`)) {
          started.add(`${id}@${begin}`);
          element.dataset.members = members.map((member) => `${member.goesOn ? '…' : ''}${member.id}`).join(' ');
          this.#tag(element, look);
        }
        (open.at(-1)?.element ?? root).append(element);
        open.push({ id, element });
      }
      (open.at(-1)?.element ?? root).append(paragraph.slice(begin, end));
    }
    const kept = this.#selectionIn(index);
    this.#paragraphs[index].replaceChildren(root);
    if (kept) {
      this.select(kept.anchor, kept.focus, { reveal: false });
    }
  }

  #tag(element, look) {
    const members = element.dataset.members.split(' ');
    element.dataset.tag = members
      .map((member) => (member.startsWith('…') ? `…${look.tag(member.slice(1))}` : look.tag(member)))
      .join(' ');
    element.classList.toggle('tag-sel', members.some((member) => member.endsWith(look.selected ?? ' ')));
    element.classList.toggle('tag-end', members.some((member) => look.ends.has(member.replace('…', ''))));
  }

  #rename(index, look) {
    for (const element of this.#paragraphs[index].querySelectorAll('[data-members]')) {
      this.#tag(element, look);
    }
  }

  /* ---- the text stays what it is ---- */

  #watch() {
    this.#observer.observe(this.element, { childList: true, characterData: true, subtree: true });
  }

  #quietly(work) {
    this.#observer.disconnect();
    work();
    this.#watch();
  }

  /** What an input method or an extension wrote is undone from the article. */
  #mend(records) {
    const touched = new Set(records.map(({ target }) =>
      (target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement)?.closest('p')));
    this.#quietly(() => {
      if (this.element.children.length !== this.#paragraphs.length || touched.has(null) || touched.has(undefined)) {
        this.element.replaceChildren(...this.#paragraphs);
      }
      this.#paragraphs.forEach((element, index) => {
        if (element.textContent !== this.#article.paragraphs[index].text) {
          element.replaceChildren(this.#article.paragraphs[index].text);
          this.#painted[index] = { shape: ' ', tags: '', spans: [] };
        }
      });
    });
    this.element.dispatchEvent(new Event('mended'));
  }

  /* ---- selection ---- */

  get hasFocus() {
    return document.activeElement === this.element;
  }

  /** @returns {Selection | null} the selection, if it lies in the article */
  get selection() {
    const selection = document.getSelection();
    if (!selection?.anchorNode || !this.element.contains(selection.anchorNode) || !this.element.contains(selection.focusNode)) {
      return null;
    }
    return {
      anchor: this.#offsetOf(selection.anchorNode, selection.anchorOffset),
      focus: this.#offsetOf(selection.focusNode, selection.focusOffset),
    };
  }

  /** Selects, and scrolls there unless told not to. */
  select(anchor, focus, { reveal = true } = {}) {
    const forward = anchor <= focus;
    const a = this.#placeOf(anchor, forward);
    const f = this.#placeOf(focus, !forward);
    document.getSelection().setBaseAndExtent(a.node, a.offset, f.node, f.offset);
    this.last = { anchor, focus };
    if (reveal) {
      this.reveal([Math.min(anchor, focus), Math.max(anchor, focus)], focus);
    }
  }

  /** Takes the focus, the cursor where it was. */
  focus() {
    const { last } = this;
    this.element.focus({ preventScroll: true });
    if (last) {
      this.select(last.anchor, last.focus, { reveal: false });
    }
  }

  /** The selection, if painting a paragraph anew would lose it. Setting it would take the focus. */
  #selectionIn(index) {
    if (!this.hasFocus) {
      return null;
    }
    const selection = document.getSelection();
    const paragraph = this.#paragraphs[index];
    const inside = selection?.anchorNode
      && (paragraph.contains(selection.anchorNode) || paragraph.contains(selection.focusNode));
    return inside ? this.selection : null;
  }

  #offsetOf(node, offset) {
    if (node === this.element) {
      const paragraph = this.#article.paragraphs[offset];
      return paragraph ? paragraph.begin : this.#article.paragraphs.at(-1).end;
    }
    const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('p');
    const paragraph = this.#article.paragraphs[Number(element.dataset.p)];
    let units = 0;
    const boundary = node.nodeType === Node.TEXT_NODE ? node : node.childNodes[offset] ?? null;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      if (text === node) {
        return paragraph.pointAt(units + Math.min(offset, text.length));
      }
      const isAfter = boundary
        ? boundary.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING || boundary.contains(text)
        : !node.contains(text) && node.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isAfter) {
        return paragraph.pointAt(units);
      }
      units += text.length;
    }
    return paragraph.pointAt(units);
  }

  /** The Text node and unit of an offset: at a border, the later node for a begin, else the earlier. */
  #placeOf(point, isBegin) {
    let paragraph = this.#article.paragraphAt(point);
    const next = this.#article.paragraphs[paragraph.index + 1];
    if (isBegin && point >= paragraph.end && next && point > paragraph.end) {
      paragraph = next;
    }
    let units = paragraph.unitAt(Math.min(Math.max(point, paragraph.begin), paragraph.end));
    const walker = document.createTreeWalker(this.#paragraphs[paragraph.index], NodeFilter.SHOW_TEXT);
    let last = null;
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      last = text;
      if (units < text.length || (units === text.length && !isBegin)) {
        return { node: text, offset: units };
      }
      units -= text.length;
    }
    return { node: last, offset: last.length };
  }

  /** A DOM range over code points. */
  rangeOf([begin, end]) {
    const range = document.createRange();
    const from = this.#placeOf(begin, true);
    const to = this.#placeOf(end, false);
    range.setStart(from.node, from.offset);
    range.setEnd(to.node, to.offset);
    return range;
  }

  /** The code point under a place of the window; null outside of the article. */
  pointFrom(x, y) {
    const position = document.caretPositionFromPoint
      ? document.caretPositionFromPoint(x, y)
      : document.caretRangeFromPoint?.(x, y);
    const node = position?.offsetNode ?? position?.startContainer;
    return node && this.element.contains(node) && node !== this.element
      ? this.#offsetOf(node, position.offset ?? position.startOffset)
      : null;
  }

  /** The ids of the spans that an element of the article shows, innermost first. */
  idsAt(element) {
    const ids = [];
    for (let node = element?.closest?.('.an'); node; node = node.parentElement?.closest('.an')) {
      ids.push(node.dataset.id);
    }
    return ids;
  }

  paragraph(index) {
    return this.#paragraphs[index];
  }

  /** The first element that shows a span; null while it is not painted. */
  elementOf(id) {
    return this.element.querySelector(`.an[data-id="${CSS.escape(id)}"]`);
  }

  /* ---- scrolling ---- */

  get scroller() {
    const box = this.element.closest('.wb-scroll');
    return getComputedStyle(box).overflowY === 'auto' ? box : document.scrollingElement;
  }

  /** Scrolls a place into view, if it is not there: its begin, or its end where only that fits. */
  reveal(range, focus = range[0]) {
    const element = this.#paragraphs[this.#article.paragraphAt(focus).index];
    if (element.checkVisibility && !element.checkVisibility({ contentVisibilityAuto: true })) {
      element.scrollIntoView({ block: 'center' });
      requestAnimationFrame(() => this.#scrollTo(range, focus));
      return;
    }
    this.#scrollTo(range, focus);
  }

  #scrollTo(range, focus) {
    const { scroller } = this;
    const isPage = scroller === document.scrollingElement;
    const view = isPage ? { top: 56, bottom: innerHeight - 72 } : scroller.getBoundingClientRect();
    const place = focus === range[1] && range[0] !== range[1]
      ? this.rangeOf([Math.max(range[0], range[1] - 1), range[1]])
      : this.rangeOf([range[0], Math.min(range[1], range[0] + 1)]);
    const rect = place.getBoundingClientRect();
    const margin = 48;
    if (rect.top < view.top + margin || rect.bottom > view.bottom - margin) {
      const middle = (view.top + view.bottom) / 2;
      scroller.scrollBy({ top: rect.top + rect.height / 2 - middle, behavior: 'instant' });
    }
  }
}

import { afterPaint } from './dom.js';
import * as changes from './set/changes.js';
import { missing } from './set/missing.js';
import { numbers } from './set/numbers.js';
import { uuid } from './queue/tabs.js';
import { short } from './panel/card.js';
import { speakerGroups } from './panel/speakers.js';

/**
 * @typedef {import('./set/state.js').Span} Span
 * @typedef {import('./set/missing.js').Gap} Gap
 */

const CLOSED = ['SUBMITTED', 'LOCKED', 'SKIPPED'];

/**
 * One article on the bench: what is selected, what the annotator may do, and the words for it. It
 * asks the workspace for changes, hands them to the connection, and has the views drawn.
 */
export class Workbench {
  /** @type {string | null} id of the selected span */
  selected = null;
  /** @type {string | null} id of a linked span that is shown while choosing */
  preview = null;
  /** @type {string | null} the span whose note has been opened */
  openNote = null;
  /** @type {Map<string, {tag: string, number: number, of: number}>} */
  names = new Map();
  submitting = false;
  #relations = new Map();
  /** @type {{all: Gap[], bySubject: Map<string | undefined, Gap[]>} | null} */
  #gaps = null;

  /**
   * @param {{bootstrap: object, article: import('./text/article.js').Article,
   *   codebook: import('./set/codebook.js').Codebook, workspace: import('./set/workspace.js').Workspace,
   *   words: import('./messages.js').Messages, commands: import('./view/commands.js').Command[]}} parts
   */
  constructor({ bootstrap, article, codebook, workspace, words, commands }) {
    this.bootstrap = bootstrap;
    this.article = article;
    this.codebook = codebook;
    this.workspace = workspace;
    this.words = words;
    this.commands = commands;
    this.state = bootstrap.state;
    this.target = codebook.targets[0]?.id ?? null;
    this.index();
  }

  /**
   * The parts that draw and send; set once they exist.
   *
   * @param {{surface: object, box: object, panel: object, cursor: object, links: object, connection: object}} views
   */
  attach(views) {
    Object.assign(this, views);
  }

  get readOnly() {
    return CLOSED.includes(this.state) || this.submitting;
  }

  /* ---- words ---- */

  tag(id) {
    return this.names.get(id)?.tag ?? '?';
  }

  color({ layer }) {
    return `k${(((this.codebook.layer(layer)?.color ?? 1) - 1) % 6) + 1}`;
  }

  quote(span) {
    return span.quote.join(' … ');
  }

  quoteOf(id) {
    const span = this.workspace.state.spans.get(id);
    return span ? this.quote(span) : '';
  }

  /** The paragraph number of a span. @param {Span} span */
  place(span) {
    return { number: this.article.paragraphAt(span.span[0][0]).index + 1 };
  }

  /** A speaker mention in words: itself, and whom it names. */
  speakerName(span) {
    if (!span) {
      return '?';
    }
    const feature = this.codebook.layer(span.layer)?.features.find(({ type }) => type === 'SPEAKER');
    const named = feature && span.features[feature.id];
    const quote = short(this.quote(span), 48);
    return named && named !== quote ? `${quote} → ${named}` : quote;
  }

  stanceLabel(value) {
    return this.codebook.judging?.labels.find(({ id }) => id === value);
  }

  featureWords(feature, value) {
    if (feature.type === 'ANNOTATION') {
      return `${feature.title} ${this.tag(value)}`;
    }
    return this.codebook.valueTitle(feature, value);
  }

  /** What is missing, in two or three words. @param {Gap} gap */
  gapWords({ kind, field, subject, target }) {
    if (kind === 'relation') {
      const type = this.codebook.relation(field);
      return this.words.say('missing.no', (this.codebook.layer(type.to)?.title ?? type.to).toLocaleLowerCase());
    }
    if (kind === 'stance') {
      return this.words.say('card.noStance');
    }
    const span = this.workspace.state.spans.get(subject);
    const feature = kind === 'article' ? this.codebook.articleFeature(field) : this.codebook.feature(span?.layer, field);
    const about = this.codebook.targets.find(({ id }) => id === target);
    const title = (feature?.title ?? field).toLocaleLowerCase();
    return this.words.say('missing.no', about ? `${title} (${about.title})` : title);
  }

  /** All that one span lacks: "C9: no speaker, no stance". @param {string} subject @param {Gap[]} list */
  gapSummary(subject, list) {
    const what = [...new Set(list.map((gap) => this.gapWords(gap)))].join(', ');
    return this.words.say('missing.of', subject === '' ? this.words.say('missing.article') : this.tag(subject), what);
  }

  keyOf(command) {
    return this.commands.find(({ id }) => id === command)?.keys[0] ?? '';
  }

  /** An operation in a few words, for lists and announcements. */
  operationWords({ type, subject, field, before, after }) {
    const content = after?.quote ?? before?.quote ?? this.workspace.state.spans.get(subject)?.quote ?? [];
    const name = this.names.has(subject) ? this.tag(subject) : '';
    const quoted = content.length > 0 ? `“${short(content.join(' … '), 60)}”` : name;
    const layer = this.codebook.layer(after?.layer ?? before?.layer)?.title ?? '';
    const ends = after?.from ?? before?.from ? `${this.tag((after ?? before).from)} → ${this.tag((after ?? before).to)}` : '';
    const feature = this.codebook.articleFeature(field)?.title
      ?? this.codebook.layers.flatMap(({ features }) => features).find(({ id }) => id === field)?.title ?? field ?? '';
    return this.words.say(`operation.${type}`, layer || quoted, layer ? quoted : feature || ends, ends);
  }

  /* ---- what belongs together ---- */

  /** Finds out anew what belongs to what, after a change. */
  index() {
    const { state } = this.workspace;
    this.names = numbers(state, this.codebook);
    this.#gaps = null;
    this.#relations = new Map();
    const put = (end, relation) => {
      const list = this.#relations.get(end);
      list ? list.push(relation) : this.#relations.set(end, [relation]);
    };
    for (const relation of state.relations.values()) {
      put(relation.from, relation);
      if (relation.to !== relation.from) {
        put(relation.to, relation);
      }
    }
    if (this.selected && !state.spans.has(this.selected)) {
      this.selected = null;
    }
  }

  /** What the set lacks, looked for when first asked. @returns {Gap[]} */
  get gaps() {
    return this.#found.all;
  }

  gapsOf(id) {
    return this.#found.bySubject.get(id) ?? [];
  }

  get #found() {
    if (this.#gaps === null) {
      const all = missing(this.workspace.state, this.codebook);
      this.#gaps = { all, bySubject: grouped(all) };
    }
    return this.#gaps;
  }

  relationsOf(id) {
    return this.#relations.get(id) ?? [];
  }

  /** How spans are painted now. @returns {import('./view/text-box.js').Look} */
  get look() {
    const ends = new Set(this.preview ? [this.preview] : []);
    for (const { from, to } of this.selected ? this.relationsOf(this.selected) : []) {
      ends.add(from === this.selected ? to : from);
    }
    ends.delete(this.selected);
    return { tag: (id) => this.tag(id), color: (span) => this.color(span), selected: this.selected, ends };
  }

  /** The links of the selected span, for the lines in the gutter. */
  get lines() {
    const { state } = this.workspace;
    return (this.selected ? this.relationsOf(this.selected) : []).map(({ from, to }) =>
      ({ from, to, color: this.color(state.spans.get(from)) }));
  }

  /** Names that speaker mentions of this article have been given. */
  speakerNames(feature) {
    return [...new Set([...this.workspace.state.spans.values()].map(({ features }) => features[feature]).filter(Boolean))];
  }

  /** The groups of speaker mentions as they are now. */
  speakerGroupsNow() {
    const layer = this.codebook.layers.find(({ id }) => this.codebook.isReferred(id));
    return layer ? speakerGroups(this, layer, this.workspace.state.inOrder().filter((span) => span.layer === layer.id)) : [];
  }

  spanChoices(without) {
    return this.workspace.state.inOrder().filter(({ id }) => id !== without)
      .map((span) => ({ id: span.id, title: `${this.tag(span.id)} ${short(this.quote(span), 40)}` }));
  }

  /** The nearest speaker of a claim that lacks one; null unless the project offers it. @param {Span} span */
  suggestionFor(span) {
    if (this.readOnly || !this.codebook.switchOn('suggestNearestSpeaker')) {
      return null;
    }
    const gap = this.gapsOf(span.id).find(({ kind }) => kind === 'relation');
    const layer = gap && this.codebook.relation(gap.field).to;
    return layer ? this.nearest(span, layer).at(0) ?? null : null;
  }

  /** The spans of a layer by their distance from a span, nearest first. @returns {Span[]} */
  nearest(span, layer) {
    const [begin, end] = [span.span[0][0], span.span.at(-1)[1]];
    const distance = (other) => Math.max(0, other.span[0][0] - end, begin - other.span.at(-1)[1]);
    return this.workspace.state.inOrder()
      .filter((other) => other.layer === layer && other.id !== span.id)
      .sort((a, b) => distance(a) - distance(b));
  }

  /* ---- acts ---- */

  /**
   * Makes changes as one act: applied, painted, queued.
   *
   * @param {import('./set/state.js').Change[]} list
   * @param {string} input
   */
  commit(list, input) {
    if (this.readOnly) {
      this.surface.say(this.words.say('readOnly.refused'));
      return false;
    }
    return this.#send(this.workspace.commit(list, input));
  }

  #send(operations) {
    if (operations.length === 0) {
      return false;
    }
    this.refresh();
    this.connection.push(operations);
    this.surface.keepUndo();
    return true;
  }

  addSpan(layer, span, input) {
    const { state } = this.workspace;
    const same = [...state.spans.values()].find((other) =>
      other.layer === layer && JSON.stringify(other.span) === JSON.stringify(span));
    const title = this.codebook.layer(layer).title;
    if (same) {
      this.select(same.id, { from: 'act' });
      this.surface.say(this.words.say('said.already', title));
      return;
    }
    const id = uuid();
    this.selected = id;
    const quote = this.article.quote(span);
    if (this.commit([changes.addSpan(id, layer, span, quote)], input)) {
      this.#showCard(layer);
      this.surface.say(this.words.say('said.added', title, this.tag(id), short(quote.join(' … '), 80)));
    }
  }

  remove(id, input) {
    const { state } = this.workspace;
    const order = state.inOrder().filter(({ layer }) => layer === state.spans.get(id)?.layer);
    const next = order[order.findIndex((span) => span.id === id) + 1] ?? null;
    const [tag, quote] = [this.tag(id), short(this.quoteOf(id), 60)];
    if (this.commit([changes.removeSpan(state, id)], input)) {
      this.surface.say(this.words.say('said.removed', tag, quote, this.surface.undoKey));
      if (input === 'FORM') {
        next ? this.panel.focusCard(next.id) : this.box.focus();
      }
    }
  }

  relabel(id, layer, input) {
    if (this.commit([changes.relabel(this.workspace.state, id, layer)], input)) {
      this.#showCard(layer);
      this.surface.say(this.words.say('said.relabelled', this.codebook.layer(layer).title, this.tag(id)));
    }
  }

  moveSpan(id, span, input) {
    if (this.commit([changes.moveSpan(this.workspace.state, id, span, this.article.quote(span))], input)) {
      this.surface.say(this.words.say('said.moved', this.tag(id), short(this.quoteOf(id), 80)));
    }
  }

  setFeature(id, feature, value, input) {
    this.commit([changes.setFeature(this.workspace.state, id, feature, value)], input);
  }

  judge(id, target, value, input) {
    if (this.commit([changes.judge(this.workspace.state, id, target, value)], input)) {
      const word = this.stanceLabel(value)?.title ?? this.words.say('card.noStance');
      this.surface.say(this.words.say('said.judged', this.tag(id), word));
    }
  }

  setArticleValue(feature, target, value) {
    this.commit([changes.setArticleValue(this.workspace.state, feature, target, value)], 'FORM');
  }

  setDiscuss(subject, on) {
    this.commit([changes.setDiscuss(this.workspace.state, subject, on)], 'FORM');
  }

  setNote(subject, text) {
    this.commit([changes.setNote(this.workspace.state, subject, text)], 'FORM');
  }

  startNote(id) {
    this.openNote = id;
    this.panel.render();
    this.panel.element.querySelector('[data-k="note"]')?.focus();
  }

  nameSpeakers(spans, feature, name) {
    const { state } = this.workspace;
    this.commit(spans.map(({ id }) => changes.setFeature(state, id, feature, name)), 'FORM');
  }

  link({ type, from, to, existing }, input) {
    const { state } = this.workspace;
    const { max } = this.codebook.relation(type);
    const others = [...state.relations.values()].filter((relation) => relation.type === type && relation.from === from);
    const making = existing !== null
      ? [changes.unlink(state, existing)]
      : [
        ...(max != null && others.length >= max ? others.slice(max - 1).map(({ id }) => changes.unlink(state, id)) : []),
        changes.link(uuid(), type, from, to),
      ];
    if (this.commit(making, input)) {
      const key = existing === null ? 'said.linked' : 'said.unlinked';
      this.surface.say(this.words.say(key, this.tag(from), this.codebook.relation(type).title, this.tag(to)));
    }
  }

  unlink(id, input) {
    const { from, to, type } = this.workspace.state.relations.get(id);
    this.link({ type, from, to, existing: id }, input);
  }

  acceptSuggestion(span) {
    const speaker = this.suggestionFor(span);
    const gap = this.gapsOf(span.id).find(({ kind }) => kind === 'relation');
    this.link({ type: gap.field, from: span.id, to: speaker.id, existing: null }, 'SUGGESTION');
  }

  undo() {
    this.#goBack(this.workspace.undoStack.done.at(-1)?.forth, 'said.undone', () => this.workspace.undo());
  }

  redo() {
    this.#goBack(this.workspace.undoStack.undone.at(-1)?.forth, 'said.redone', () => this.workspace.redo());
  }

  #goBack(what, key, act) {
    if (this.readOnly || !what) {
      this.surface.say(this.words.say(this.readOnly ? 'readOnly.refused' : 'said.nothing'));
      return;
    }
    const words = this.operationWords(what[0]);
    const subject = what.find(({ type }) => type !== 'link' && type !== 'unlink')?.subject;
    const operations = act();
    if (subject && this.workspace.state.spans.has(subject)) {
      this.selected = subject;
    }
    this.#send(operations);
    this.surface.say(this.words.say(key, words));
    if (this.selected === subject && subject) {
      this.goTo(subject);
    }
  }

  /* ---- selecting ---- */

  /**
   * Selects a span, or none.
   *
   * @param {string | null} id
   * @param {{reveal?: boolean, from?: 'list' | 'text' | 'act'}} [how]
   */
  select(id, { reveal = false, from = 'text' } = {}) {
    const span = id && this.workspace.state.spans.get(id);
    this.selected = span ? id : null;
    this.openNote = null;
    this.refresh();
    if (!span) {
      return;
    }
    this.#showCard(span.layer);
    if (from === 'list') {
      this.panel.openLayer(span.layer);
      this.panel.render();
      this.box.last = { anchor: span.span[0][0], focus: span.span[0][1] };
      this.panel.element.querySelector('.cc.on .cc-f input, .cc.on .cc-f select, .cc.on .cc-f button')?.focus({ preventScroll: true });
    } else if (from === 'text') {
      this.surface.say(this.words.say('said.selected', this.codebook.layer(span.layer)?.title ?? '', this.tag(id), short(this.quote(span), 80),
        this.gapsOf(id).map((gap) => this.gapWords(gap)).join(', ')));
    }
    if (reveal) {
      this.box.reveal([span.span[0][0], span.span[0][1]]);
    }
  }

  #showCard(layer) {
    afterPaint(() => {
      this.panel.openLayer(layer);
      this.panel.render();
      this.panel.revealCard();
    });
  }

  goTo(id) {
    const span = this.workspace.state.spans.get(id);
    this.box.reveal([span.span[0][0], span.span[0][1]]);
  }

  /** Goes where something is missing. @param {Gap} gap */
  goToGap({ kind, subject }) {
    if (kind === 'article') {
      this.panel.openArticle();
      this.panel.element.querySelector('.article-form .lacks input, .article-form .lacks select')?.focus();
      return;
    }
    this.select(subject, { reveal: true, from: 'list' });
    this.panel.focusForm();
  }

  /** Whether the words that are selected could become the place of the selected span. */
  get canMoveHere() {
    const span = this.workspace.state.spans.get(this.selected);
    const range = this.cursor?.place;
    return Boolean(span && range && !(span.span.length === 1 && span.span[0][0] === range[0] && span.span[0][1] === range[1]));
  }

  run(command, input) {
    this.cursor.run(command, input);
  }

  openLinks(input) {
    this.links.start(input);
  }

  /* ---- drawing ---- */

  /** Paints the text now, the rest once that is on the screen. */
  refresh() {
    this.index();
    this.box.render([...this.workspace.state.spans.values()], this.look);
    afterPaint(() => this.refreshAround());
  }

  /** The panel, the lines, the strip and the frame. */
  refreshAround() {
    this.panel.render();
    this.surface.render();
  }
}

function grouped(gaps) {
  const map = new Map();
  for (const gap of gaps) {
    map.set(gap.subject, [...(map.get(gap.subject) ?? []), gap]);
  }
  return map;
}

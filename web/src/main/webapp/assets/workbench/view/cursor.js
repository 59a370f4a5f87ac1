import { exactly, snap, sorted } from '../text/place.js';
import { grow, shrink } from '../text/grow.js';
import { commandFor, keyName } from './commands.js';
import { Moves } from './moves.js';

/** Keys, mouse and finger in the text, turned into acts of the workbench. */
export class Cursor {
  #wb;
  #box;
  #palette;
  #grown = [];
  #keys;
  #clicked = null;

  /**
   * @param {import('../workbench.js').Workbench} wb
   * @param {import('./text-box.js').TextBox} box
   * @param {import('./palette.js').Palette} palette
   * @param {{charactersOn: boolean}} keys
   */
  constructor(wb, box, palette, keys) {
    this.#wb = wb;
    this.#box = box;
    this.#palette = palette;
    this.#keys = keys;
    this.moves = new Moves(wb.article, box);
    box.element.addEventListener('keydown', (event) => this.#key(event));
    box.element.addEventListener('pointerdown', (event) => release(event));
    box.element.addEventListener('pointerup', (event) => this.#pointer(event));
    box.element.addEventListener('focus', () => this.#entered());
    box.element.addEventListener('mended', () => wb.refresh());
    document.addEventListener('selectionchange', () => this.#changed());
  }

  /* ---- what is selected ---- */

  /** The raw selection in the text. @returns {[number, number] | null} */
  get range() {
    const selection = (this.#box.hasFocus && this.#box.selection) || this.#box.last;
    return selection && sorted([selection.anchor, selection.focus]);
  }

  /** The place that labelling would take. @returns {[number, number] | null} */
  get place() {
    const { range } = this;
    if (!range || range[0] === range[1]) {
      return null;
    }
    return this.moves.exact ? exactly(this.#wb.article, range) : snap(this.#wb.article, range);
  }

  #selectedSpan() {
    return this.#wb.workspace.state.spans.get(this.#wb.selected);
  }

  /** Spans that the cursor touches, the smallest first. */
  #here() {
    const { range } = this;
    if (!range) {
      return [];
    }
    const [begin, end] = [range[0], Math.max(range[1], range[0] + 1)];
    const length = ({ span }) => span.reduce((sum, [from, to]) => sum + to - from, 0);
    return this.#wb.workspace.state.inOrder()
      .filter(({ span }) => span.some(([from, to]) => from < end && begin < to))
      .sort((a, b) => length(a) - length(b));
  }

  /* ---- keys ---- */

  #key(event) {
    if (event.isComposing) {
      return;
    }
    const command = commandFor(this.#wb.commands, keyName(event), this.#keys.charactersOn);
    if (command) {
      event.preventDefault();
      this.#palette.close();
      this.run(command.id, 'KEY');
    }
  }

  /**
   * Carries out a command.
   *
   * @param {string} id
   * @param {string} input
   */
  run(id, input) {
    const [name, subject] = id.split(':');
    const wb = this.#wb;
    if (name !== 'grow' && name !== 'shrink') {
      this.#grown = [];
    }
    switch (name) {
      case 'word-next': return this.moves.word(1);
      case 'word-previous': return this.moves.word(-1);
      case 'extend-next': return this.moves.extendWord(1);
      case 'extend-previous': return this.moves.extendWord(-1);
      case 'character-next': return this.moves.extendCharacter(1);
      case 'character-previous': return this.moves.extendCharacter(-1);
      case 'line-next': return this.moves.line(1);
      case 'line-previous': return this.moves.line(-1);
      case 'extend-line-next': return this.moves.line(1, { extend: true });
      case 'extend-line-previous': return this.moves.line(-1, { extend: true });
      case 'paragraph-next': return this.moves.paragraph(1);
      case 'paragraph-previous': return this.moves.paragraph(-1);
      case 'extend-paragraph-next': return this.moves.paragraph(1, { extend: true });
      case 'extend-paragraph-previous': return this.moves.paragraph(-1, { extend: true });
      case 'grow': return this.#grow();
      case 'shrink': return this.#shrink();
      case 'label': return this.label(subject, input);
      case 'stance': return this.#judge(subject, input);
      case 'target-next': return this.#nextTarget();
      case 'span-next': return this.#step(1);
      case 'span-previous': return this.#step(-1);
      case 'span-here': return this.#cycle();
      case 'link': return wb.openLinks(input);
      case 'move-here': return this.#moveHere(input);
      case 'fragment-add': return this.#addFragment(input);
      case 'fragment-drop': return this.#dropFragment(input);
      case 'remove': return this.#remove(input);
      case 'form': return this.#form();
      case 'leave': return this.#leave();
      case 'undo': return wb.undo();
      case 'redo': return wb.redo();
      case 'find': return wb.surface.find.open();
      case 'guide': return this.#guide();
      case 'keys': return wb.surface.openKeys();
      case 'submit': return wb.surface.submit();
      default: throw new Error(`unknown command ${id}`);
    }
  }

  #say(key, ...values) {
    this.#wb.surface.say(this.#wb.words.say(key, ...values));
  }

  #grow() {
    const { range } = this;
    if (range) {
      const next = grow(this.#wb.article, range);
      this.#grown.push(range);
      this.moves.reset();
      this.#box.select(next[0], next[1]);
      this.#say('said.grown', this.#wb.article.slice(next[0], next[1]).slice(0, 200));
    }
  }

  #shrink() {
    const { range } = this;
    if (range) {
      const next = this.#grown.pop() ?? shrink(this.#wb.article, range);
      this.moves.reset();
      this.#box.select(next[0], next[1]);
    }
  }

  /** Labels what is selected; where that is the selected span itself, gives it another label. */
  label(layer, input) {
    const wb = this.#wb;
    const { place } = this;
    const span = this.#selectedSpan();
    const isSpan = span && (!place || (span.span[0][0] === place[0] && span.span.at(-1)[1] === place[1])
      || (span.span[0][0] === place[0] && span.span[0][1] === place[1]));
    if (isSpan && span.layer !== layer && input !== 'MOUSE') {
      wb.relabel(span.id, layer, input);
    } else if (place) {
      wb.addSpan(layer, [place], input);
    } else {
      this.#say('said.selectFirst');
    }
    this.#palette.close();
  }

  #judge(label, input) {
    const wb = this.#wb;
    const span = this.#selectedSpan();
    if (!span || !wb.codebook.judges(span.layer)) {
      this.#say('said.selectClaim', wb.codebook.layer(wb.codebook.judging.layer)?.title ?? '');
      return;
    }
    const now = wb.workspace.state.judgement(span.id, wb.target);
    wb.judge(span.id, wb.target, now === label ? undefined : label, input);
  }

  #nextTarget() {
    const wb = this.#wb;
    const { targets } = wb.codebook;
    wb.target = targets[(targets.findIndex(({ id }) => id === wb.target) + 1) % targets.length].id;
    wb.refreshAround();
    this.#say('said.target', targets.find(({ id }) => id === wb.target).title);
  }

  #step(direction) {
    const wb = this.#wb;
    const order = wb.workspace.state.inOrder();
    if (order.length === 0) {
      this.#say('said.noSpans');
      return;
    }
    const at = order.findIndex(({ id }) => id === wb.selected);
    let next = at + direction;
    if (at < 0) {
      const begin = this.range?.[0] ?? 0;
      const after = order.findIndex(({ span }) => span[0][0] >= begin);
      next = direction > 0 ? after : (after < 0 ? order.length : after) - 1;
    }
    this.#goTo(order[(next + order.length) % order.length]);
  }

  #cycle() {
    const here = this.#here();
    if (here.length === 0) {
      this.#say('said.noneHere');
      return;
    }
    const at = here.findIndex(({ id }) => id === this.#wb.selected);
    const next = here[(at + 1) % here.length];
    this.#wb.select(next.id, { reveal: true });
  }

  #goTo(span) {
    this.#box.select(span.span[0][0], span.span[0][1]);
    this.moves.reset();
    this.#wb.select(span.id, { reveal: true });
  }

  #moveHere(input) {
    const { place } = this;
    const span = this.#selectedSpan();
    if (!span || !place) {
      this.#say('said.selectSpanAndWords');
      return;
    }
    this.#wb.moveSpan(span.id, [place], input);
    this.#palette.close();
  }

  #addFragment(input) {
    const { place } = this;
    const span = this.#selectedSpan();
    if (!span || !place) {
      this.#say('said.selectSpanAndWords');
      return;
    }
    const joined = joinFragments([...span.span, place]);
    if (joined.length > 16) {
      this.#say('said.tooManyFragments');
      return;
    }
    this.#wb.moveSpan(span.id, joined, input);
    this.#palette.close();
  }

  #dropFragment(input) {
    const { place } = this;
    const span = this.#selectedSpan();
    const left = span && place ? cutFragments(this.#wb.article, span.span, place) : [];
    if (left.length === 0) {
      this.#say('said.selectSpanAndWords');
      return;
    }
    this.#wb.moveSpan(span.id, left, input);
    this.#palette.close();
  }

  /** Removes the selected span if the cursor is at it; else goes there first. */
  #remove(input) {
    const span = this.#selectedSpan();
    if (!span) {
      this.#say('said.selectSpan');
    } else if (this.#here().some(({ id }) => id === span.id)) {
      this.#wb.remove(span.id, input);
    } else {
      this.#goTo(span);
      this.#say('said.removeAgain', this.#wb.tag(span.id));
    }
  }

  #form() {
    if (this.#selectedSpan()) {
      this.#wb.panel.openLayer(this.#selectedSpan().layer);
      this.#wb.panel.render();
      this.#wb.panel.focusForm();
    } else {
      this.#say('said.selectSpan');
    }
  }

  #leave() {
    const { range } = this;
    if (this.#palette.isOpen) {
      this.#palette.close();
    } else if (this.#wb.selected) {
      this.#wb.select(null);
      this.#say('said.left');
    } else if (range) {
      this.#box.select(range[0], range[0]);
    }
  }

  #guide() {
    const span = this.#selectedSpan();
    this.#wb.panel.openGuide(span?.layer ?? this.#wb.codebook.layers[0]?.id ?? 'rules');
  }

  /* ---- mouse and finger ---- */

  #pointer(event) {
    if (event.button !== 0) {
      return;
    }
    setTimeout(() => {
      this.moves.reset();
      this.#grown = [];
      const selection = this.#box.selection;
      if (!selection) {
        return;
      }
      if (selection.anchor === selection.focus) {
        this.#click(event);
      } else {
        this.#selectedBy(event);
      }
    });
  }

  #click(event) {
    this.#palette.close();
    const ids = this.#box.idsAt(event.target);
    const same = this.#clicked === ids.join();
    this.#clicked = ids.join();
    const next = same ? ids[(ids.indexOf(this.#wb.selected) + 1) % ids.length] : ids[0];
    this.#wb.select(next ?? null);
  }

  #selectedBy(event) {
    this.#clicked = null;
    this.moves.exact = event.altKey;
    const { place } = this;
    if (!place) {
      this.#palette.close();
      return;
    }
    if (event.pointerType === 'mouse') {
      this.#box.select(place[0], place[1], { reveal: false });
      this.moves.exact = event.altKey;
    }
    this.#openPalette(place);
  }

  /** On touch screens the selection is made by handles, without pointer events in the text. */
  #changed() {
    clearTimeout(this.changing);
    if (!matchMedia('(pointer: coarse)').matches) {
      return;
    }
    this.changing = setTimeout(() => {
      const selection = this.#box.selection;
      const { place } = this;
      if (selection && selection.anchor !== selection.focus && place) {
        this.#openPalette(place);
      }
    }, 350);
  }

  #openPalette(place) {
    const wb = this.#wb;
    if (wb.readOnly) {
      return;
    }
    const tools = wb.codebook.layers.map((layer) => ({
      content: this.#labelled(layer),
      act: () => this.label(layer.id, 'MOUSE'),
    }));
    const span = this.#selectedSpan();
    if (span) {
      tools.push(
        { content: [wb.words.say('palette.move', wb.tag(span.id))], act: () => this.#moveHere('MOUSE') },
        { content: [wb.words.say('palette.add', wb.tag(span.id))], act: () => this.#addFragment('MOUSE') });
    }
    tools.push({
      content: [wb.words.say('palette.widen')],
      act: () => {
        this.#grow();
        this.#openPalette(this.place ?? place);
      },
    });
    this.#palette.open(place, tools);
  }

  #labelled(layer) {
    const lab = document.createElement('span');
    lab.className = `lab ${this.#wb.color({ layer: layer.id })}`;
    const letter = document.createElement('b');
    letter.textContent = layer.letter;
    lab.append(letter, layer.title);
    return [lab];
  }

  #entered() {
    const { last } = this.#box;
    const first = this.#wb.article.paragraphs[0]?.words[0];
    if (!this.#box.element.matches(':active') && (last || first)) {
      const at = last ?? { anchor: first[0], focus: first[1] };
      requestAnimationFrame(() => this.#box.select(at.anchor, at.focus, { reveal: false }));
    }
  }
}

/** Lets go of the selection before a press of the mouse: a press on selected words would drag them. */
function release({ pointerType, button, shiftKey }) {
  if (pointerType === 'mouse' && button === 0 && !shiftKey) {
    document.getSelection().removeAllRanges();
  }
}

/** Fragments in order, those that overlap or touch made one. */
export function joinFragments(fragments) {
  const joined = [];
  for (const [begin, end] of [...fragments].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined.at(-1);
    if (last && begin <= last[1]) {
      last[1] = Math.max(last[1], end);
    } else {
      joined.push([begin, end]);
    }
  }
  return joined;
}

/** What is left of fragments without a range, white space at the new edges dropped. */
export function cutFragments(article, fragments, [from, to]) {
  return fragments.flatMap(([begin, end]) => [[begin, Math.min(end, from)], [Math.max(begin, to), end]]
    .map(([a, b]) => (a < b ? exactly(article, [a, b]) : null))
    .filter((fragment) => fragment !== null));
}

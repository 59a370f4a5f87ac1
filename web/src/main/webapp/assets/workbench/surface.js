import { h, refill } from './dom.js';
import { keyCap, openKeySheet } from './dialogs/key-sheet.js';
import { Frame } from './frame.js';

/** The frame around text and panel, with the keys that work there. */
export class Surface extends Frame {
  /**
   * @param {import('./workbench.js').Workbench} wb
   * @param {{store: import('./queue/store.js').Store, preferences: import('./preferences.js').Preferences,
   *   links: {back: string, signIn: string, next: (id: string) => string}, box: HTMLElement,
   *   find: import('./view/find-bar.js').FindBar, linkLine: import('./view/link-line.js').LinkLine,
   *   strip: import('./view/strip.js').Strip, palette: HTMLElement, linkList: HTMLElement, panel: HTMLElement}} parts
   */
  constructor(wb, parts) {
    super(wb, parts);
    this.find = parts.find;
    addEventListener('resize', () => this.render());
    parts.box.addEventListener('contentvisibilityautostatechange', () => this.#drawLater(), true);
  }

  body() {
    const { words, bootstrap: { article, text, project } } = this.wb;
    const { box, find, linkLine, strip, palette, linkList, panel } = this.parts;
    const count = text.characters.match(/\S+/gu)?.length ?? 0;
    const facts = [article.outlet, this.date(article.published), words.count('article.words', count)].filter(Boolean).join(' · ');
    this.sheet = h('article', { class: 'sheet' },
      h('header', { class: 'a-head' }, h('p', { class: 'xs muted' }, facts), h('h1', { class: 'serif' }, article.title ?? words.say('top.untitled')),
        project?.name && h('p', { class: 'vh' }, project.name)),
      box, linkLine.element, palette);
    this.scroll = h('div', { class: 'wb-scroll' }, this.sheet);
    return h('div', { class: 'wb' },
      h('main', { class: 'wb-art', id: 'main', tabindex: '-1' }, find.element, this.scroll, strip.element, linkList),
      panel);
  }

  footer() {
    const { words } = this.wb;
    this.keys = h('footer', { class: 'keys', id: 'wb-keys', 'aria-label': words.say('keys.here') });
    this.now = h('section', { class: 'now', 'aria-label': words.say('now.label') });
    return [this.keys, this.now];
  }

  #drawLater() {
    clearTimeout(this.drawing);
    this.drawing = setTimeout(() => this.#drawLines(), 30);
  }

  #drawLines() {
    const { linkLine, strip, find } = this.parts;
    linkLine.draw(this.wb.lines);
    strip.draw([...this.wb.workspace.state.spans.values()], this.wb.look);
    find.refresh();
  }

  render() {
    super.render();
    this.#drawLines();
    this.#drawKeys();
    this.#drawNow();
  }

  /** The keys that do something here and now. */
  #drawKeys() {
    const wb = this.wb;
    const { words, commands } = wb;
    const span = wb.workspace.state.spans.get(wb.selected);
    const command = (id) => commands.find((entry) => entry.id === id);
    const group = (ids, text) => {
      const keys = ids.map(command).filter(Boolean).map(({ keys: [key] }) => key);
      return keys.length > 0 && h('span', {}, keys.map((key) => [key.split(/\+(?=.)/).map((part) => h('kbd', {}, keyCap(part, words))), ' ']), text);
    };
    const labels = wb.readOnly ? [] : wb.codebook.layers.map(({ id, title }) => group([`label:${id}`], title.toLocaleLowerCase()));
    const onSpan = span && !wb.readOnly ? [
      group(['link'], words.say('keys.line.link')),
      wb.codebook.judges(span.layer) && group(wb.codebook.judging.labels.map(({ id }) => `stance:${id}`), words.say('keys.line.stance')),
      group(['form'], words.say('keys.line.form')), group(['remove'], words.say('keys.line.remove')),
    ] : [];
    refill(this.keys,
      group(['word-previous', 'word-next'], words.say('keys.line.word')),
      h('span', {}, h('kbd', {}, keyCap('Shift', words)), ' ', words.say('keys.line.extend')),
      group(['grow', 'shrink'], words.say('keys.line.grow')), ...labels,
      group(['span-previous', 'span-next'], words.say('keys.line.step')), ...onSpan,
      group(['find'], words.say('keys.line.find')),
      !wb.readOnly && group(['submit'], words.say('keys.line.submit')), group(['keys'], words.say('keys.line.all')));
  }

  /** The selected span at the foot of a small screen, with the way to its form. */
  #drawNow() {
    const wb = this.wb;
    const span = wb.workspace.state.spans.get(wb.selected);
    this.now.hidden = !span;
    if (span) {
      refill(this.now, h('span', { class: `lab ${wb.color(span)}` }, h('b', {}, wb.tag(span.id))),
        h('span', { class: 'quote' }, wb.quote(span)),
        h('button', { type: 'button', class: 'btn small', 'data-k': 'now', onclick: () => wb.run('form', 'FORM') }, wb.words.say('now.edit')));
    }
  }

  openKeys() {
    const preferences = this.preferences;
    openKeySheet({
      commands: this.wb.commands,
      words: this.wb.words,
      charactersOn: preferences.charactersOn,
      switched: (on) => {
        preferences.charactersOn = on;
      },
      chosen: (command, key) => {
        preferences.choose(command, key);
        this.#drawKeys();
      },
      reset: () => {
        preferences.forget();
        this.wb.resetCommands();
        this.#drawKeys();
      },
    });
  }
}

import { h } from '../dom.js';
import { openDialog } from '../dialogs/dialog.js';
import { Frame } from '../frame.js';

/** The frame of the page that judges, with its keys. */
export class JudgeFrame extends Frame {
  body() {
    return this.parts.view.element;
  }

  footer() {
    return [h('footer', { class: 'keys', id: 'wb-keys', 'aria-label': this.wb.words.say('keys.here') }, keysOf(this.wb))];
  }

  openKeys() {
    const { words } = this.wb;
    const box = h('input', {
      type: 'checkbox', checked: this.preferences.charactersOn,
      onchange: (event) => {
        this.preferences.charactersOn = event.target.checked;
      },
    });
    openDialog({
      title: words.say('keys.title'),
      body: [h('p', {}, words.say('judge.keys.about')), h('ul', { class: 'key-list' }, keysOf(this.wb).map((one) => h('li', {}, one))),
        h('label', { class: 'check' }, box, words.say('keys.on'))],
      buttons: [{ title: words.say('dialog.close'), kind: 'primary', first: true }],
    });
  }
}

/** Each key with what it does. @param {import('./bench.js').JudgeBench} wb */
function keysOf({ words, codebook }) {
  const key = (name, text) => h('span', {}, h('kbd', {}, name), ' ', text);
  return [
    ...(codebook.judging?.labels ?? []).filter((label) => label.key).map((label) => key(label.key.toUpperCase(), label.title.toLocaleLowerCase())),
    key('←', words.say('judge.keys.back')), key('→', words.say('judge.keys.next')), key('D', words.say('card.discuss')),
    key('M', words.say('judge.keys.note')), key('G', words.say('judge.keys.guide')), key('Ctrl Z', words.say('top.undo').toLocaleLowerCase()),
    key('Ctrl ↵', words.say('keys.line.submit')),
  ];
}

import { h } from '../dom.js';
import { keyName } from '../view/commands.js';
import { openDialog } from './dialog.js';

const GROUPS = ['move', 'label', 'stance', 'span', 'page'];

/**
 * The sheet of all keys. Keys that are one character can be changed, and all of them switched off.
 *
 * @param {{commands: import('../view/commands.js').Command[], words: import('../messages.js').Messages,
 *   charactersOn: boolean, switched: (on: boolean) => void, chosen: (command: string, key: string) => void,
 *   reset: () => void}} parts
 */
export function openKeySheet({ commands, words, charactersOn, switched, chosen, reset }) {
  const problem = h('p', { class: 'err', role: 'presentation' });
  const taken = (key, but) => commands.find((command) => command.id !== but && command.keys.includes(key));
  const row = (command) => h('div', { class: 'key-row' },
    h('dt', {}, command.fixed ? keysOf(command, words) : changeable(command)),
    h('dd', {}, command.title ? words.say(`command.${command.id.split(':')[0]}`, command.title) : words.say(`command.${command.id}`)));
  const changeable = (command) => h('input', {
    type: 'text', class: 'key-in', value: command.keys[0], maxlength: 1, autocomplete: 'off',
    'aria-label': words.say('keys.change', command.title ?? words.say(`command.${command.id}`)),
    onkeydown: (event) => {
      const key = keyName(event);
      if (['Tab', 'Shift+Tab', 'Escape', 'Shift'].includes(key) || event.ctrlKey || event.metaKey) {
        return;
      }
      event.preventDefault();
      const other = taken(key, command.id);
      if (key.length !== 1 || key === ' ') {
        problem.textContent = words.say('keys.oneCharacter');
      } else if (other) {
        problem.textContent = words.say('keys.taken', key, other.title ?? words.say(`command.${other.id.split(':')[0]}`));
      } else {
        problem.textContent = '';
        command.keys = [key];
        event.target.value = key;
        chosen(command.id, key);
      }
    },
  });
  openDialog({
    title: words.say('keys.title'),
    wide: true,
    body: [
      h('p', { class: 'small muted' }, words.say('keys.about')),
      h('label', { class: 'check' }, h('input', {
        type: 'checkbox', checked: charactersOn, onchange: (event) => switched(event.target.checked),
      }), words.say('keys.on')),
      problem,
      h('div', { class: 'key-groups' }, GROUPS.map((group) => {
        const mine = commands.filter((command) => command.group === group);
        return mine.length > 0 && h('section', {}, h('h3', {}, words.say(`keys.group.${group}`)), h('dl', { class: 'key-list' }, mine.map(row)));
      })),
    ],
    buttons: [{ title: words.say('keys.reset'), kind: 'quiet', act: reset }, { title: words.say('dialog.close'), kind: 'primary', first: true }],
  });
}

/** The keys of a command as they are printed. */
export function keysOf({ keys }, words) {
  return keys.slice(0, 2).flatMap((key, index) => [
    index > 0 ? ' ' : '',
    key.split(/\+(?=.)/).map((part) => h('kbd', {}, keyCap(part, words))),
  ]);
}

export function keyCap(part, words) {
  const arrows = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc', Delete: 'Del', Backspace: '⌫' };
  return arrows[part] ?? (words.has(`key.${part}`) ? words.say(`key.${part}`) : part.length === 1 && /[a-z]/.test(part) ? part : part);
}

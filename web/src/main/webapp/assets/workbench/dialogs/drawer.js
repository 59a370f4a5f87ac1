import { h } from '../dom.js';
import { openDialog } from './dialog.js';

/**
 * What the server did not take, with the reason: to be tried again or let go.
 *
 * @param {{rejected: object[], words: import('../messages.js').Messages, describe: (operation: object) => string,
 *   retry: (entries: object[]) => void, dismiss: (entries: object[]) => void, canRetry: boolean}} parts
 */
export function openDrawer({ rejected, words, describe, retry, dismiss, canRetry }) {
  const item = (entry) => h('li', { class: 'rej' },
    h('div', {}, h('b', {}, describe(entry.operation)),
      h('p', {}, words.say(words.has(`rejection.${entry.code}`) ? `rejection.${entry.code}` : 'rejection.other', entry.code)),
      entry.detail && h('p', { class: 'xs muted' }, entry.detail)),
    h('div', { class: 'rej-b' },
      canRetry && h('button', { type: 'button', class: 'btn small', onclick: () => settle(entry, retry) }, words.say('drawer.retry')),
      h('button', { type: 'button', class: 'btn quiet small', onclick: () => settle(entry, dismiss) }, words.say('drawer.dismiss'))));
  const list = h('ul', { class: 'rejs' });
  let left = rejected;
  const draw = () => list.replaceChildren(...left.map(item));
  const settle = (entry, act) => {
    left = left.filter((other) => other !== entry);
    act([entry]);
    draw();
    if (left.length === 0) {
      dialog.close();
    }
  };
  draw();
  const dialog = openDialog({
    title: words.count('drawer.title', rejected.length),
    body: [h('p', { class: 'small muted' }, words.say('drawer.about')), list],
    buttons: [
      { title: words.say('drawer.dismissAll'), kind: 'quiet', act: () => dismiss(left) },
      { title: words.say('dialog.close'), kind: 'primary', first: true },
    ],
  });
}

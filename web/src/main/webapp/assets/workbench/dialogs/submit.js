import { h } from '../dom.js';
import { openDialog } from './dialog.js';

/**
 * The checklist: what must be filled in before the article can be submitted.
 *
 * @param {{gaps: object[], words: import('../messages.js').Messages, describe: (gap: object) => string,
 *   go: (gap: object) => void}} parts
 */
export function openChecklist({ gaps, words, describe, go }) {
  const dialog = openDialog({
    title: words.count('submit.missing', gaps.length),
    body: [
      h('p', { class: 'small muted' }, words.say('submit.missingAbout')),
      h('ul', { class: 'check-list' }, gaps.map((gap, index) => h('li', {},
        h('button', {
          type: 'button', class: 'link', autofocus: index === 0,
          onclick: () => {
            dialog.close();
            go(gap);
          },
        }, describe(gap))))),
    ],
    buttons: [{ title: words.say('dialog.close') }],
  });
}

/**
 * Asks once whether to submit although something may be wanting.
 *
 * @param {{title: string, text: string, words: import('../messages.js').Messages,
 *   gaps?: object[], describe?: (gap: object) => string, go?: (gap: object) => void, submit: () => void}} parts
 */
export function openConfirmation({ title, text, words, gaps = [], describe, go, submit }) {
  const dialog = openDialog({
    title,
    body: [
      h('p', {}, text),
      gaps.length > 0 && h('ul', { class: 'check-list' }, gaps.map((gap) => h('li', {},
        h('button', {
          type: 'button', class: 'link',
          onclick: () => {
            dialog.close();
            go(gap);
          },
        }, describe(gap))))),
    ],
    buttons: [
      { title: words.say('submit.back'), first: true },
      { title: words.say('submit.anyway'), kind: 'primary', act: submit },
    ],
  });
}

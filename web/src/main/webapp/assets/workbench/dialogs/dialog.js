import { h } from '../dom.js';

/**
 * Opens a dialog. It takes the focus, keeps it, and gives it back when it closes.
 *
 * @param {{title: string, body: (Node | string)[], buttons: {title: string, kind?: string, act?: () => void, first?: boolean}[],
 *   wide?: boolean, closed?: () => void}} parts a button without act only closes
 * @returns {HTMLDialogElement}
 */
export function openDialog({ title, body, buttons, wide = false, closed }) {
  const back = document.activeElement;
  const dialog = h('dialog', { class: `dlg${wide ? ' wide' : ''}`, 'aria-labelledby': 'wb-dialog-title' },
    h('header', {}, h('h2', { id: 'wb-dialog-title' }, title)),
    h('div', { class: 'body' }, body),
    h('footer', {}, buttons.map(({ title: name, kind = '', act, first }) =>
      h('button', {
        type: 'button', class: `btn ${kind}`, autofocus: first,
        onclick: () => {
          dialog.close();
          act?.();
        },
      }, name))));
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (document.activeElement === document.body || document.activeElement === null) {
      back?.isConnected && back.focus?.({ preventScroll: true });
    }
    closed?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

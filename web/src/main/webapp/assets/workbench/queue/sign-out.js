import { openShelf } from './shelves.js';
import { Server } from './server.js';

/**
 * Sends what still waits in this browser, then empties it. For pages where people sign out: an
 * element with `data-sign-out` (a form or a link) is held until this is done, and goes on
 * without emptying where something could not be sent and the person agrees.
 *
 * @param {{api: string, confirm: (count: number) => boolean | Promise<boolean>}} parts
 */
export function guardSignOut({ api, confirm }) {
  const guard = async (event) => {
    const element = event.target.closest?.('[data-sign-out]');
    const isForm = element?.tagName === 'FORM';
    if (!element || element.dataset.signOut === 'ready' || (event.type === 'click' && isForm)) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const left = await sendAndEmpty(api);
    if (left === 0 || (await confirm(left))) {
      element.dataset.signOut = 'ready';
      isForm ? element.requestSubmit(event.submitter ?? undefined) : element.click();
    }
  };
  document.addEventListener('submit', guard, true);
  document.addEventListener('click', guard, true);
}

/**
 * Sends the operations of all assignments of the person who is signed in; empties the browser's
 * store if all are settled.
 *
 * @param {string} api
 * @returns {Promise<number>} how many operations could not be sent
 */
export async function sendAndEmpty(api) {
  const shelf = await openShelf();
  const waiting = await shelf.all('operations');
  if (waiting.length > 0) {
    await sendAll(waiting, shelf, new Server(api));
  }
  const left = (await shelf.all('operations')).length;
  if (left === 0) {
    await shelf.clear();
  }
  return left;
}

async function sendAll(waiting, shelf, server) {
  const me = await server.get('/me');
  if (me.kind !== 'ok') {
    return;
  }
  const runs = [];
  for (const { assignment, account, clientId, operation } of waiting.filter((entry) => entry.account === me.body.id)) {
    const last = runs.at(-1);
    if (last?.assignment === assignment && last.clientId === clientId && last.operations.length < 100) {
      last.operations.push(operation);
    } else {
      runs.push({ assignment, account, clientId, operations: [operation] });
    }
  }
  for (const { assignment, clientId, operations } of runs) {
    const answer = await server.send(assignment, { clientId, baseRevision: 0, operations });
    if (answer.kind !== 'ok') {
      return;
    }
    await shelf.remove('operations', answer.body.acknowledged.map(({ opId }) => opId));
  }
}

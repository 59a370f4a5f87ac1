import { h } from './dom.js';
import { Messages } from './messages.js';
import { Preferences } from './preferences.js';
import { Connection } from './queue/connection.js';
import { openShelf } from './queue/shelves.js';
import { guardSignOut } from './queue/sign-out.js';
import { Server } from './queue/server.js';
import { Store } from './queue/store.js';
import { nextSequence, tabId, uuid } from './queue/tabs.js';
import { Codebook } from './set/codebook.js';
import { Workspace } from './set/workspace.js';
import { Article } from './text/article.js';

/**
 * What every page of one assignment begins with: its parts are fetched, put together and handed to the page,
 * which builds its view; then changes go out and news come in.
 *
 * @typedef {{bootstrap: object, article: Article, codebook: Codebook, workspace: Workspace, words: Messages,
 *   preferences: Preferences, store: Store, links: {back: string, signIn: string, next: (id: string, phase: string) => string}}} Session
 */

/**
 * Opens the assignment that the page names; says what is the matter where that fails.
 *
 * @param {(session: Session) => import('./workbench.js').Workbench} build makes the bench and attaches its views
 * @param {(wb: import('./workbench.js').Workbench) => void} begin once all is connected
 */
export async function open(build, begin) {
  const root = document.getElementById('workbench');
  const { assignment, api, phase, back = '.', signIn = '.', workbench = '.', judge = '.' } = root.dataset;
  const address = (id, of) => `${of === 'JUDGE' ? judge : workbench}?assignment=${encodeURIComponent(id)}`;
  const words = new Messages(JSON.parse(document.getElementById('messages').textContent), document.documentElement.lang || 'en');
  const server = new Server(api);
  const [answer, me] = await Promise.all([server.get(`/assignments/${assignment}`), server.get('/me')]);
  if (answer.kind !== 'ok' || me.kind !== 'ok') {
    const kind = answer.kind === 'ok' ? me.kind : answer.kind;
    root.replaceChildren(failure(kind, words, { back, signIn }));
    return;
  }
  const bootstrap = answer.body;
  if (bootstrap.phase !== phase) {
    location.replace(address(assignment, bootstrap.phase));
    return;
  }
  const shelf = await openShelf();
  const store = new Store(shelf, { account: me.body.id, assignment });
  const clientId = await tabId();
  const codebook = new Codebook(bootstrap.codebook);
  const workspace = new Workspace({
    set: { revision: bootstrap.revision, ...bootstrap.set }, codebook, clientId,
    undo: await store.undoStack(clientId), newId: uuid, nextSequence,
  });
  const wb = build({
    bootstrap, article: new Article(bootstrap.text.characters, bootstrap.paragraphs), codebook, workspace, words,
    preferences: new Preferences(), store, links: { back, signIn, next: address },
  });
  const { surface } = wb;
  const connection = new Connection({
    assignment, account: me.body.id, clientId, server, store,
    revision: () => workspace.revision,
    changed: (status) => surface.status(status),
    adopted: (operations) => {
      if (operations.length > 0) {
        workspace.adopt(operations);
        wb.submitting = wb.submitting || operations.some(({ type }) => type === 'submit');
        wb.refresh();
      }
    },
    heard: (news) => hear(news, wb, connection, server),
  });
  wb.attach({ connection });
  root.replaceChildren(surface.element);
  surface.showState();
  wb.refresh();
  surface.reject(await store.rejected());
  await connection.open();
  guardSignOut({ api, confirm: (count) => window.confirm(words.count('signOut.left', count)) });
  begin(wb);
  root.dataset.ready = 'true';
  document.fonts?.ready.then(() => surface.render());
}

function failure(kind, words, { back, signIn }) {
  const key = { 'sign-in': 'load.signIn', gone: 'load.gone', offline: 'load.offline' }[kind] ?? 'load.failed';
  return h('main', { class: 'wb-load', id: 'main' }, h('p', { role: 'alert' }, words.say(key)),
    h('p', { class: 'actions' },
      h('button', { type: 'button', class: 'btn', onclick: () => location.reload() }, words.say('load.again')),
      h('a', { class: 'btn quiet', href: kind === 'sign-in' ? signIn : back }, words.say(kind === 'sign-in' ? 'session.signIn' : 'top.back'))));
}

/** What the server's log holds, or what it did not take, reaches the bench. */
function hear(news, wb, connection, server) {
  const { surface, workspace } = wb;
  const { gap, foreign, replaced } = workspace.learn(news);
  if (gap) {
    connection.poll();
    return;
  }
  const refused = news.rejected.find(({ operation }) => operation?.type === 'submit');
  const others = news.rejected.filter((entry) => entry !== refused && entry.operation);
  if (others.length > 0) {
    surface.reject(others);
    surface.keepUndo();
  }
  if (refused && wb.submitting) {
    surface.notSubmitted(refused);
  }
  surface.foreign(foreign, replaced);
  if (others.some(({ code }) => code === 'ASSIGNMENT_CLOSED')) {
    connection.poll();
  }
  if (news.state && news.state !== wb.state) {
    changeState(news.state, wb, server);
  }
  if (foreign.length > 0 || others.length > 0) {
    wb.refresh();
  }
}

/** The set was submitted, locked or given back: the page follows, and fetches the note that goes with it. */
async function changeState(state, wb, server) {
  const submitted = wb.submitting && state === 'SUBMITTED';
  wb.state = state;
  wb.submitting = false;
  const answer = await server.get(`/assignments/${wb.bootstrap.id}`);
  if (answer.kind === 'ok') {
    Object.assign(wb.bootstrap, { note: answer.body.note, next: answer.body.next, nextPhase: answer.body.nextPhase });
  }
  wb.surface.showState();
  wb.refresh();
  if (submitted) {
    wb.surface.say(wb.words.say('state.SUBMITTED'));
    wb.surface.focusNext();
  }
}

import { h } from './dom.js';
import { Messages } from './messages.js';
import { Preferences } from './preferences.js';
import { Surface } from './surface.js';
import { Workbench } from './workbench.js';
import { Panel } from './panel/panel.js';
import { Connection } from './queue/connection.js';
import { openShelf } from './queue/shelves.js';
import { guardSignOut } from './queue/sign-out.js';
import { Server } from './queue/server.js';
import { Store } from './queue/store.js';
import { nextSequence, tabId, uuid } from './queue/tabs.js';
import { Codebook } from './set/codebook.js';
import { Workspace } from './set/workspace.js';
import { Article } from './text/article.js';
import { find } from './text/find.js';
import { commandsOf } from './view/commands.js';
import { Cursor } from './view/cursor.js';
import { FindBar } from './view/find-bar.js';
import { Linking } from './view/linking.js';
import { LinkLine } from './view/link-line.js';
import { LinkList } from './view/link-list.js';
import { Palette } from './view/palette.js';
import { Strip } from './view/strip.js';
import { TextBox } from './view/text-box.js';

const root = document.getElementById('workbench');
const { assignment, api, back = '.', signIn = '.', next = '?assignment=' } = root.dataset;
const words = new Messages(JSON.parse(document.getElementById('messages').textContent), document.documentElement.lang || 'en');
const server = new Server(api);

/** Fetches what the bench needs and builds it; says what is the matter where that fails. */
async function start() {
  const [answer, me] = await Promise.all([server.get(`/assignments/${assignment}`), server.get('/me')]);
  if (answer.kind === 'ok' && me.kind === 'ok') {
    await build(answer.body, me.body);
    return;
  }
  const kind = answer.kind === 'ok' ? me.kind : answer.kind;
  const key = { 'sign-in': 'load.signIn', gone: 'load.gone', offline: 'load.offline' }[kind] ?? 'load.failed';
  root.replaceChildren(h('main', { class: 'wb-load', id: 'main' }, h('p', { role: 'alert' }, words.say(key)),
    h('p', { class: 'actions' },
      h('button', { type: 'button', class: 'btn', onclick: () => location.reload() }, words.say('load.again')),
      h('a', { class: 'btn quiet', href: kind === 'sign-in' ? signIn : back }, words.say(kind === 'sign-in' ? 'session.signIn' : 'top.back')))));
}

async function build(bootstrap, me) {
  const shelf = await openShelf();
  const store = new Store(shelf, { account: me.id, assignment });
  const clientId = await tabId();
  const article = new Article(bootstrap.text.characters, bootstrap.paragraphs);
  const codebook = new Codebook(bootstrap.codebook);
  const preferences = new Preferences();
  const workspace = new Workspace({
    set: { revision: bootstrap.revision, ...bootstrap.set }, codebook, clientId,
    undo: await store.undoStack(clientId), newId: uuid, nextSequence,
  });
  const wb = new Workbench({ bootstrap, article, codebook, workspace, words, commands: commandsOf(codebook, preferences.chosen) });
  const box = new TextBox(article, { label: words.say('text.label'), language: bootstrap.article.language ?? null, describedBy: 'wb-keys' });
  const palette = new Palette(box, words.say('palette.label'));
  const linkList = new LinkList(words);
  const panel = new Panel(wb);
  const surface = new Surface(wb, {
    store, preferences, box: box.element, panel: panel.element, palette: palette.element, linkList: linkList.element,
    find: new FindBar(box, (text) => find(article, text), words), linkLine: new LinkLine(box), strip: new Strip(article, box),
    links: { back, signIn, next: (id) => next + encodeURIComponent(id) },
  });
  const connection = new Connection({
    assignment, account: me.id, clientId, server, store,
    revision: () => workspace.revision,
    changed: (status) => surface.status(status),
    adopted: (operations) => {
      if (operations.length > 0) {
        workspace.adopt(operations);
        wb.submitting = wb.submitting || operations.some(({ type }) => type === 'submit');
        wb.refresh();
      }
    },
    heard: (news) => hear(news, wb, connection),
  });
  const cursor = new Cursor(wb, box, palette, preferences);
  wb.attach({ surface, box, panel, cursor, connection, links: new Linking(wb, linkList) });
  wb.resetCommands = () => {
    wb.commands.splice(0, wb.commands.length, ...commandsOf(codebook));
  };
  root.replaceChildren(surface.element);
  surface.showState();
  wb.refresh();
  surface.reject(await store.rejected());
  await connection.open();
  guardSignOut({ api, confirm: (count) => window.confirm(words.count('signOut.left', count)) });
  box.element.focus({ preventScroll: true });
  root.dataset.ready = 'true';
  document.fonts?.ready.then(() => surface.render());
}

/** What the server's log holds, or what it did not take, reaches the bench. */
function hear(news, wb, connection) {
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
    changeState(news.state, wb);
  }
  if (foreign.length > 0 || others.length > 0) {
    wb.refresh();
  }
}

/** The set was submitted, locked or given back: the page follows, and fetches the note that goes with it. */
async function changeState(state, wb) {
  const submitted = wb.submitting && state === 'SUBMITTED';
  wb.state = state;
  wb.submitting = false;
  const answer = await server.get(`/assignments/${assignment}`);
  if (answer.kind === 'ok') {
    Object.assign(wb.bootstrap, { note: answer.body.note, next: answer.body.next });
  }
  wb.surface.showState();
  wb.refresh();
  if (submitted) {
    wb.surface.say(words.say('state.SUBMITTED'));
    wb.surface.focusNext();
  }
}

start();

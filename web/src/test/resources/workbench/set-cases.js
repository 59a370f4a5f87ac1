import { Codebook } from '../../../main/webapp/assets/workbench/set/codebook.js';
import { missing } from '../../../main/webapp/assets/workbench/set/missing.js';
import { numbers } from '../../../main/webapp/assets/workbench/set/numbers.js';
import * as changes from '../../../main/webapp/assets/workbench/set/changes.js';
import { apply, inverse, State } from '../../../main/webapp/assets/workbench/set/state.js';
import { Workspace } from '../../../main/webapp/assets/workbench/set/workspace.js';
import { commandFor, commandsOf, keyName } from '../../../main/webapp/assets/workbench/view/commands.js';
import { generator } from './lane-cases.js';

const label = (id) => ({ id, title: id });

export const CODEBOOK = {
  version: '1.0.0',
  layers: [
    {
      id: 'Claim', title: 'Claim', letter: 'C', key: 'c', color: 1, enabled: true,
      features: [
        { id: 'form', title: 'Form', type: 'CHOICE', required: true, labels: [label('DIRECT'), label('AUTHORIAL')] },
        { id: 'problems', title: 'Problems', type: 'CHOICES', labels: [label('A'), label('B')] },
        { id: 'negated', title: 'Negated', type: 'FLAG', labels: [] },
        { id: 'remark', title: 'Remark', type: 'TEXT', labels: [] },
      ],
    },
    {
      id: 'Speaker', title: 'Speaker', letter: 'S', key: 's', color: 2, enabled: true,
      features: [{ id: 'type', title: 'Type', type: 'CHOICE', required: true, labels: [label('PERSON'), label('STATE')] },
        { id: 'remark', title: 'Remark', type: 'TEXT', labels: [] }],
    },
    { id: 'Cue', title: 'Cue', letter: 'U', key: 'c', enabled: true, features: [] },
    { id: 'Off', title: 'Off', letter: 'O', enabled: false, features: [] },
  ],
  relations: [
    { id: 'SAID_BY', title: 'Said by', from: 'Claim', to: 'Speaker', min: 1, exempt: { feature: 'form', label: 'AUTHORIAL' } },
    { id: 'SAME_CLAIM', title: 'Same claim', from: 'Claim', to: 'Claim', min: 0 },
  ],
  stance: { id: 'stance', title: 'Stance', layer: 'Claim', labels: [{ ...label('FAVOR'), key: 'f' }, { ...label('AGAINST'), key: 'a' }] },
  articleFeatures: [
    { id: 'relevance', title: 'Relevance', type: 'CHOICE', required: true, labels: [label('YES'), label('NO')] },
    { id: 'stance', title: 'Article stance', type: 'CHOICE', perTarget: true, labels: [label('FAVOR')] },
  ],
  targets: [{ id: 'T1', title: 'One' }, { id: 'T2', title: 'Two' }],
  rules: [],
};

const codebook = new Codebook(CODEBOOK);

/** Changes of which each is judged against a state: does it, undone by its inverse, leave the state as it was? */
export function undoing({ seed, length }) {
  const random = generator(seed);
  const state = new State();
  const broken = [];
  const types = {};
  for (let i = 0; i < length; i++) {
    const change = randomChange(random, state, i);
    types[change.type] = (types[change.type] ?? 0) + 1;
    const before = JSON.stringify(state.toJson());
    const back = inverse(state, change, codebook);
    const tried = state.copy();
    apply(tried, change, codebook);
    const changed = JSON.stringify(tried.toJson()) !== before;
    back.forEach((step) => apply(tried, step, codebook));
    if (JSON.stringify(tried.toJson()) !== before) {
      broken.push({ change, back });
    }
    if (!changed && back.length > 0 && changes.isIdle(change) === false && back.some((step) => !changes.isIdle(step))) {
      broken.push({ change, back, why: 'an inverse of nothing' });
    }
    if (JSON.stringify(state.toJson()) !== before) {
      broken.push({ change, why: 'a copy shares what is changed' });
    }
    apply(state, change, codebook);
  }
  return { broken, types };
}

/** Takes back a whole history through the workspace, and does it again. */
export function undoingAll({ seed, length }) {
  const random = generator(seed);
  let ids = 0;
  let sequence = 0;
  const workspace = new Workspace({
    set: { revision: 0 }, codebook, clientId: 'tab', undo: null, newId: () => `op${ids++}`, nextSequence: () => ++sequence,
  });
  let acts = 0;
  for (let i = 0; i < length; i++) {
    acts += workspace.commit([randomChange(random, workspace.state, i)], 'KEY').length > 0 ? 1 : 0;
  }
  const end = JSON.stringify(workspace.state.toJson());
  let undone = 0;
  while (workspace.undoStack.done.length > 0) {
    workspace.undo();
    undone++;
  }
  const begin = JSON.stringify(workspace.state.toJson());
  while (workspace.undoStack.undone.length > 0) {
    workspace.redo();
  }
  return {
    acts, undone, isEmpty: begin === JSON.stringify(new State().toJson()),
    isAgain: JSON.stringify(workspace.state.toJson()) === end,
  };
}

/**
 * Two tabs and a server that speak in a random order, answers lost at times: when all is said, all
 * three hold the same.
 */
export function convergence({ seed, length }) {
  const random = generator(seed);
  const log = [];
  const server = new State();
  let ids = 0;
  const tabs = ['one', 'two'].map((clientId) => {
    let sequence = 0;
    const workspace = new Workspace({
      set: { revision: 0 }, codebook, clientId, undo: null, newId: () => `op${ids++}`, nextSequence: () => ++sequence,
    });
    return { clientId, workspace, queue: [] };
  });
  const exchange = (tab, count, isLost) => {
    const batch = tab.queue.slice(0, count);
    const from = tab.workspace.revision;
    for (const operation of batch) {
      if (!log.some(({ opId }) => opId === operation.opId)) {
        log.push({ ...operation, clientId: tab.clientId, revision: log.length + 1 });
        apply(server, operation, codebook);
      }
    }
    if (isLost) {
      return;
    }
    tab.workspace.learn({
      from, revision: log.length, rejected: [],
      operations: log.filter(({ revision, opId }) => revision > from || batch.some((operation) => operation.opId === opId)),
    });
    tab.queue = tab.queue.filter(({ opId }) => !batch.some((operation) => operation.opId === opId));
  };
  for (let i = 0; i < length; i++) {
    const tab = tabs[Math.floor(random() * 2)];
    const dice = random();
    if (dice < 0.6) {
      tab.queue.push(...tab.workspace.commit([randomChange(random, tab.workspace.state, i)], 'KEY'));
    } else if (dice < 0.7) {
      tab.queue.push(...tab.workspace.undo());
    } else {
      exchange(tab, Math.floor(random() * 5), random() < 0.2);
    }
  }
  for (const tab of [...tabs, ...tabs]) {
    exchange(tab, tab.queue.length, false);
  }
  const expected = JSON.stringify(server.toJson());
  return {
    operations: log.length,
    equal: tabs.map(({ workspace }) => JSON.stringify(workspace.state.toJson()) === expected),
    waiting: tabs.map(({ queue }) => queue.length),
  };
}

/** What a tab learns when another one had changed the same value first. */
export function overwriting() {
  let ids = 0;
  const workspace = new Workspace({
    set: { revision: 1, spans: [{ id: 'c', layer: 'Claim', span: [[0, 3]], quote: ['abc'], features: {} }] },
    codebook, clientId: 'me', undo: null, newId: () => `op${ids++}`, nextSequence: () => ids,
  });
  const [mine] = workspace.commit([changes.judge(workspace.state, 'c', 'T1', 'FAVOR')], 'KEY');
  const theirs = { opId: 'x', type: 'judge', subject: 'c', target: 'T1', after: 'AGAINST', clientId: 'other', revision: 2 };
  const learnt = workspace.learn({
    from: 1, revision: 3, rejected: [], operations: [theirs, { ...mine, clientId: 'me', revision: 3 }],
  });
  return { value: workspace.state.judgement('c', 'T1'), replaced: learnt.replaced, foreign: learnt.foreign.length };
}

/** A rejected operation leaves the picture, what waits behind it stays. */
export function rejecting() {
  let ids = 0;
  const workspace = new Workspace({
    set: { revision: 0 }, codebook, clientId: 'me', undo: null, newId: () => `op${ids++}`, nextSequence: () => ids,
  });
  const [first] = workspace.commit([changes.addSpan('a', 'Claim', [[0, 3]], ['abc'])], 'KEY');
  workspace.commit([changes.addSpan('b', 'Claim', [[4, 7]], ['def'])], 'KEY');
  workspace.learn({ from: 0, revision: 0, operations: [], rejected: [{ opId: first.opId, code: 'QUOTE_MISMATCH', operation: first }] });
  const spans = [...workspace.state.spans.keys()];
  workspace.undo();
  return { spans, after: [...workspace.state.spans.keys()], left: workspace.undoStack.done.length };
}

/** News that begin past what is known are not taken in. */
export function gap() {
  const workspace = new Workspace({ set: { revision: 3 }, codebook, clientId: 'me', undo: null, newId: () => 'x', nextSequence: () => 1 });
  const learnt = workspace.learn({ from: 5, revision: 6, rejected: [], operations: [{ opId: 'y', type: 'setNote', after: 'n', revision: 6 }] });
  return { gap: learnt.gap, revision: workspace.revision, note: workspace.state.note };
}

/** What a set lacks. */
export function lacking({ set }) {
  return missing(State.of(set), codebook).map(({ kind, subject, field, target }) =>
    [kind, subject ?? '', field, target ?? ''].join(' ').trim());
}

export function names({ set }) {
  return Object.fromEntries([...numbers(State.of(set), codebook)].map(([id, { tag, of }]) => [id, `${tag}/${of}`]));
}

/** The first key of each label and stance, after a person's own choices. */
export function keys({ chosen }) {
  return Object.fromEntries(commandsOf(codebook, chosen).filter(({ id }) => id.includes(':')).map(({ id, keys: [key] }) => [id, key]));
}

/** Keys that stand for two commands. */
export function ambiguousKeys() {
  const all = commandsOf(codebook).flatMap(({ keys: list }) => list);
  return all.filter((key, index) => all.indexOf(key) !== index);
}

/** The command of a key event, or null. */
export function command({ event, off }) {
  const full = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, code: '', ...event };
  return commandFor(commandsOf(codebook), keyName(full), !off)?.id ?? null;
}

function randomChange(random, state, index) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const spans = [...state.spans.values()];
  const span = pick(spans);
  const gone = random() < 0.05;
  const id = gone || !span ? `gone${index}` : span.id;
  const begin = Math.floor(random() * 100);
  const place = [[begin, begin + 1 + Math.floor(random() * 9)]];
  const dice = Math.floor(random() * 14);
  if (spans.length < 3 || dice < 3) {
    return changes.addSpan(`s${index}`, pick(['Claim', 'Speaker', 'Claim']), place, ['x'], random() < 0.3 ? { remark: 'r' } : {});
  }
  const setting = (change) => ({ ...change });
  switch (dice) {
    case 3: return gone ? { type: 'removeSpan', subject: id } : changes.removeSpan(state, id);
    case 4: return changes.moveSpan(state, id, place, ['y']);
    case 5: return changes.relabel(state, id, pick(['Claim', 'Speaker', 'Cue']));
    case 6: return changes.setFeature(state, id, pick(['form', 'type']), pick(['DIRECT', 'AUTHORIAL', undefined]));
    case 7: return changes.setFeature(state, id, 'problems', pick([['B', 'A'], ['A'], []]));
    case 8: return changes.setFeature(state, id, 'negated', pick([true, false]));
    case 9: {
      const claims = spans.filter(({ layer }) => layer === 'Claim');
      const others = spans.filter(({ layer }) => layer === 'Speaker');
      const to = random() < 0.5 ? pick(others) : pick(claims);
      const from = pick(claims);
      return from && to
        ? changes.link(`r${index}`, to.layer === 'Claim' ? 'SAME_CLAIM' : 'SAID_BY', from.id, to.id)
        : changes.setNote(state, undefined, 'nothing to link');
    }
    case 10: {
      const relation = pick([...state.relations.values()]);
      return relation ? changes.unlink(state, relation.id) : setting({ type: 'unlink', subject: `gone${index}` });
    }
    case 11: {
      const claim = pick(spans.filter(({ layer }) => layer === 'Claim'));
      return changes.judge(state, claim?.id ?? id, pick(['T1', 'T2']), pick(['FAVOR', 'AGAINST', undefined]));
    }
    case 12: return changes.setArticleValue(state, pick(['relevance', 'stance']), pick([undefined, 'T1']), pick(['YES', undefined]));
    default: return random() < 0.5
      ? changes.setNote(state, random() < 0.5 ? id : undefined, pick(['note', '', 'other']))
      : changes.setDiscuss(state, random() < 0.5 ? id : undefined, random() < 0.5);
  }
}

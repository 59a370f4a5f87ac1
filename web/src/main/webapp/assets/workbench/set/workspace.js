import { UndoStack } from '../queue/undo.js';
import { apply, current, inverse, State } from './state.js';
import { isIdle } from './changes.js';

/**
 * @typedef {import('./state.js').Change} Change
 * @typedef {import('../queue/queue.js').News} News
 */

/**
 * The annotations as this page shows them: what the server is known to hold, and on top of it the
 * operations that wait. It talks to nobody; the page carries operations out and news in.
 */
export class Workspace {
  #base;
  /** @type {object[]} operations not yet known to be in the server's log, in order */
  #waiting = [];

  /**
   * @param {{set: object, codebook: import('./codebook.js').Codebook, clientId: string,
   *   undo: object | null, newId: () => string, nextSequence: () => number}} parts
   */
  constructor({ set, codebook, clientId, undo, newId, nextSequence }) {
    this.codebook = codebook;
    this.clientId = clientId;
    this.newId = newId;
    this.nextSequence = nextSequence;
    this.revision = set.revision;
    this.#base = State.of(set);
    /** What the annotator sees. */
    this.state = this.#base.copy();
    this.undoStack = new UndoStack(undo);
  }

  /**
   * Applies changes as one act and makes operations of them.
   *
   * @param {Change[]} changes
   * @param {string} input KEY, MOUSE, FORM, SUGGESTION
   * @returns {object[]} the operations to send
   */
  commit(changes, input) {
    const useful = changes.filter((change) => !isIdle(change));
    if (useful.length === 0) {
      return [];
    }
    const { operations, back } = this.#carryOut(useful, input);
    if (useful.some(({ type }) => type !== 'submit')) {
      this.undoStack.record({ opIds: operations.map(({ opId }) => opId), forth: useful, back });
    }
    return operations;
  }

  /** Takes back the last act of this tab. @returns {object[]} the operations to send */
  undo() {
    const entry = this.undoStack.undo();
    return entry ? this.#repeat(entry, entry.back) : [];
  }

  /** @returns {object[]} the operations to send */
  redo() {
    const entry = this.undoStack.redo();
    return entry ? this.#repeat(entry, entry.forth) : [];
  }

  #repeat(entry, changes) {
    const { operations } = this.#carryOut(changes, 'UNDO');
    entry.opIds = [...entry.opIds, ...operations.map(({ opId }) => opId)];
    return operations;
  }

  #carryOut(changes, input) {
    const operations = [];
    let back = [];
    for (const change of changes) {
      const before = change.type === 'addSpan' || change.type === 'link' ? undefined : current(this.state, change);
      const { before: ignored, ...rest } = change;
      const operation = {
        opId: this.newId(),
        clientSeq: this.nextSequence(),
        ...rest,
        ...(before === undefined ? {} : { before }),
        input,
        codebook: this.codebook.version,
      };
      back = [...inverse(this.state, operation, this.codebook), ...back];
      apply(this.state, operation, this.codebook);
      operations.push(operation);
    }
    this.#waiting.push(...operations);
    return { operations, back };
  }

  /** Shows operations that another tab, or an earlier page, has put into the queue. */
  adopt(operations) {
    const known = new Set(this.#waiting.map(({ opId }) => opId));
    for (const operation of operations.filter(({ opId }) => !known.has(opId))) {
      this.#waiting.push(operation);
      apply(this.state, operation, this.codebook);
    }
  }

  /**
   * Takes in what the server's log holds.
   *
   * @param {News} news
   * @returns {{gap: boolean, foreign: object[], replaced: {operation: object, was: any}[]}}
   *   `gap` where operations before the news are unknown: ask for all since this revision.
   *   `foreign` are operations of other tabs or devices; `replaced` names own operations that went
   *   over a value that somebody had set meanwhile
   */
  learn(news) {
    if (news.from > this.revision) {
      return { gap: true, foreign: [], replaced: [] };
    }
    const fresh = news.operations.filter(({ revision }) => revision > this.revision);
    const rejected = news.rejected.map(({ opId }) => opId);
    const settled = new Set([...news.operations.map(({ opId }) => opId), ...rejected]);
    const asForeseen = rejected.length === 0
      && fresh.every(({ opId }, index) => this.#waiting[index]?.opId === opId);
    const replaced = [];
    for (const operation of fresh) {
      if (operation.clientId === this.clientId && this.#goesOver(operation)) {
        replaced.push({ operation, was: current(this.#base, operation) });
      }
      apply(this.#base, operation, this.codebook);
    }
    this.revision = Math.max(this.revision, news.revision);
    this.#waiting = this.#waiting.filter(({ opId }) => !settled.has(opId));
    this.undoStack.forget(rejected);
    if (!asForeseen) {
      this.state = this.#base.copy();
      this.#waiting.forEach((operation) => apply(this.state, operation, this.codebook));
    }
    return { gap: false, foreign: fresh.filter(({ clientId }) => clientId !== this.clientId), replaced };
  }

  #goesOver(operation) {
    const sets = ['setFeature', 'judge', 'setArticleValue', 'setNote', 'setFlag', 'moveSpan', 'relabel'];
    return sets.includes(operation.type)
      && JSON.stringify(operation.before) !== JSON.stringify(current(this.#base, operation));
  }
}

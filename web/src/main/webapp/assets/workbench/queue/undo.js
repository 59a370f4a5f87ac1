/**
 * What one tab has done and can take back. An entry holds the changes of one act and the changes
 * that lead back; undoing appends the latter, nothing is erased.
 *
 * @typedef {{opIds: string[], forth: object[], back: object[]}} Entry
 */
export class UndoStack {
  static MOST = 200;

  /** @param {{done?: Entry[], undone?: Entry[]} | null} kept */
  constructor(kept) {
    /** @type {Entry[]} */
    this.done = kept?.done ?? [];
    /** @type {Entry[]} */
    this.undone = kept?.undone ?? [];
  }

  /** @param {Entry} entry */
  record(entry) {
    this.done = [...this.done.slice(1 - UndoStack.MOST), entry];
    this.undone = [];
  }

  /** Moves the last act to what can be done again. @returns {Entry | null} */
  undo() {
    return this.#move('done', 'undone');
  }

  /** @returns {Entry | null} */
  redo() {
    return this.#move('undone', 'done');
  }

  /** Forgets acts of which an operation was rejected: there is nothing to take back. */
  forget(opIds) {
    const kept = (entry) => !entry.opIds.some((opId) => opIds.includes(opId));
    this.done = this.done.filter(kept);
    this.undone = this.undone.filter(kept);
  }

  #move(from, to) {
    const entry = this[from].at(-1) ?? null;
    if (entry) {
      this[from] = this[from].slice(0, -1);
      this[to] = [...this[to], entry];
    }
    return entry;
  }
}

/**
 * The durable place of a person's unsent operations on one assignment, shared by the tabs of a
 * browser. It also keeps rejected operations until they are dismissed, and each tab's undo stack.
 */
export class Store {
  #shelf;
  #scope;

  /**
   * @param {Shelf} shelf
   * @param {{account: string, assignment: string}} scope
   */
  constructor(shelf, { account, assignment }) {
    this.#shelf = shelf;
    this.#scope = { account, assignment };
  }

  /** Whether what is added outlives the page. */
  get durable() {
    return this.#shelf.durable;
  }

  async entries() {
    return this.#mine(await this.#shelf.all('operations'));
  }

  async add(entries) {
    await this.#shelf.add('operations', entries.map((entry) => ({ ...this.#scope, ...entry, key: entry.operation.opId })));
  }

  async remove(opIds) {
    await this.#shelf.remove('operations', opIds);
  }

  async rejected() {
    return this.#mine(await this.#shelf.all('rejected'));
  }

  async keepRejected(rejections) {
    if (rejections.length > 0) {
      await this.#shelf.add('rejected', rejections.map((entry) => ({ ...this.#scope, ...entry, key: entry.opId })));
    }
  }

  async dismiss(opIds) {
    await this.#shelf.remove('rejected', opIds);
  }

  /** @returns {Promise<object | null>} */
  async undoStack(clientId) {
    const key = this.#undoKey(clientId);
    return (await this.#shelf.all('undo')).find((entry) => entry.key === key)?.stack ?? null;
  }

  async keepUndoStack(clientId, stack) {
    await this.#shelf.add('undo', [{ ...this.#scope, key: this.#undoKey(clientId), stack }]);
  }

  #undoKey(clientId) {
    return `${clientId}/${this.#scope.assignment}`;
  }

  #mine(entries) {
    return entries.filter((entry) =>
      entry.account === this.#scope.account && entry.assignment === this.#scope.assignment);
  }
}

/**
 * @typedef {{durable: boolean, all: (name: string) => Promise<object[]>,
 *   add: (name: string, records: object[]) => Promise<void>,
 *   remove: (name: string, keys: string[]) => Promise<void>, clear: () => Promise<void>}} Shelf
 *   named lists of records with a `key`, in the order in which they were first added
 */

/** Records in memory: the last resort, and what tests use. @implements {Shelf} */
export class MemoryShelf {
  durable = false;
  #lists = new Map();

  #list(name) {
    if (!this.#lists.has(name)) {
      this.#lists.set(name, new Map());
    }
    return this.#lists.get(name);
  }

  async all(name) {
    return [...this.#list(name).values()];
  }

  async add(name, records) {
    records.forEach((record) => this.#list(name).set(record.key, record));
  }

  async remove(name, keys) {
    keys.forEach((key) => this.#list(name).delete(key));
  }

  async clear() {
    this.#lists.clear();
  }
}

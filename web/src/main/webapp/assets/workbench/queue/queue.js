import { utf8Length } from '../text/offsets.js';

/**
 * @typedef {{opId: string, clientSeq: number, type: string}} Operation
 * @typedef {{clientId: string, operation: Operation}} Entry
 * @typedef {{kind: 'ok', body: object} | {kind: 'offline'} | {kind: 'retry', after?: number}
 *   | {kind: 'sign-in'} | {kind: 'stranger'} | {kind: 'closed', detail: string} | {kind: 'gone'}
 *   | {kind: 'refused', detail: string}} Answer
 * @typedef {{count: number, mode: string, savedAt: number | null, durable: boolean}} Status
 * @typedef {{from: number, revision: number, state?: string, operations: object[],
 *   rejected: object[]}} News what a tab learns of the server's log from revision `from` on
 */

const IDLE = 300;
const LONGEST_WAIT = 1500;
const LAST_DELAY = 30_000;
const MOST_OPERATIONS = 200;
const MOST_BYTES = 250_000;
const MOST_KEEPALIVE_BYTES = 58_000;

/**
 * The unsent operations of one person on one assignment. An operation leaves the queue when the
 * server has answered for it, and not before: acknowledged, or rejected and then kept aside.
 */
export class Queue {
  /** @type {Map<string, Entry>} */
  #waiting = new Map();
  #mode = 'ready';
  #savedAt = null;
  #failures = 0;
  #oneByOne = 0;
  #sending = null;
  #again = false;
  #idle = null;
  #latest = null;
  #retry = null;
  #storeFails = false;

  /**
   * @param {{clientId: string, store: object, send: (batch: object) => Promise<Answer>,
   *   sendAtLast: (batch: object) => void, exclusive: (work: () => Promise<void>) => Promise<void>,
   *   timers: {set: (work: () => void, delay: number) => any, clear: (timer: any) => void, now: () => number},
   *   random: () => number, revision: () => number, settled: (news: News) => void,
   *   changed: (status: Status) => void}} parts
   */
  constructor(parts) {
    this.parts = parts;
  }

  /** @returns {Status} */
  get status() {
    const durable = this.parts.store.durable && !this.#storeFails;
    return { count: this.#waiting.size, mode: this.#mode, savedAt: this.#savedAt, durable };
  }

  /** Takes up what an earlier page left behind. @returns {Promise<Operation[]>} in order */
  async open() {
    for (const entry of await this.parts.store.entries()) {
      this.#waiting.set(entry.operation.opId, entry);
    }
    if (this.#waiting.size > 0) {
      this.#schedule(0);
    }
    this.#tell();
    return [...this.#waiting.values()].map(({ operation }) => operation);
  }

  /** Keeps operations and sends them soon. @param {Operation[]} operations */
  async push(operations) {
    const { clientId, store } = this.parts;
    const entries = operations.map((operation) => ({ clientId, operation }));
    this.adopt(entries);
    this.#schedule(IDLE);
    try {
      await store.add(entries);
    } catch (problem) {
      console.warn('The browser does not keep changes; they are kept while the page stays open', problem);
      this.#storeFails = true;
      this.#tell();
    }
  }

  /** Counts what another tab of the same person has put into the shared store. @param {Entry[]} entries */
  adopt(entries) {
    for (const entry of entries) {
      this.#waiting.set(entry.operation.opId, entry);
    }
    this.#tell();
  }

  /** Forgets operations that another tab has settled, or that the server's log was seen to hold. */
  async drop(opIds) {
    const mine = opIds.filter((opId) => this.#waiting.delete(opId));
    if (mine.length > 0) {
      await this.parts.store.remove(mine);
      this.#settledNow();
      this.#tell();
    }
  }

  /** Sends now. @returns {Promise<number>} how many operations still wait */
  async flush() {
    this.#clear();
    await this.#send();
    return this.#waiting.size;
  }

  /** Tries again after a halt: signed in again, or the network is back. */
  resume() {
    if (this.#mode !== 'closed' && this.#mode !== 'gone') {
      this.#mode = 'ready';
      this.#failures = 0;
      this.#tell();
      this.#schedule(0);
    }
  }

  /** Stops sending until `resume`. @param {'sign-in' | 'stranger' | 'gone'} mode */
  halt(mode) {
    this.#mode = mode;
    this.#clear();
    this.#tell();
  }

  /** Hands to the browser what it will still send while the page goes away. */
  leave() {
    if (this.#mode === 'ready' || this.#mode === 'retry') {
      for (const batch of this.#batches([...this.#waiting.values()], MOST_KEEPALIVE_BYTES).slice(0, 1)) {
        this.parts.sendAtLast(batch);
      }
    }
  }

  #schedule(delay) {
    const { timers } = this.parts;
    if (this.#mode !== 'ready') {
      return;
    }
    const now = timers.now();
    this.#latest ??= now + LONGEST_WAIT;
    timers.clear(this.#idle);
    this.#idle = timers.set(() => this.#send(), Math.max(0, Math.min(delay, this.#latest - now)));
  }

  #clear() {
    this.parts.timers.clear(this.#idle);
    this.parts.timers.clear(this.#retry);
    this.#idle = null;
    this.#retry = null;
    this.#latest = null;
  }

  /** One run at a time; a call during a run makes it look once more at its end. */
  async #send() {
    if (this.#sending) {
      this.#again = true;
      return this.#sending;
    }
    this.#latest = null;
    this.#sending = this.parts.exclusive(() => this.#sendAll());
    try {
      await this.#sending;
    } finally {
      this.#sending = null;
    }
    if (this.#again && this.#waiting.size > 0) {
      this.#again = false;
      this.#schedule(IDLE);
    }
    this.#again = false;
  }

  async #sendAll() {
    for (;;) {
      const [batch] = this.#batches(await this.#entries(), MOST_BYTES);
      if (!batch || ['sign-in', 'stranger', 'closed', 'gone'].includes(this.#mode)) {
        return;
      }
      const answer = await this.parts.send(batch);
      if (!(await this.#take(answer, batch))) {
        return;
      }
    }
  }

  /** What waits: the shared store in its order, then what could not be stored. */
  async #entries() {
    const stored = await this.parts.store.entries();
    const known = new Set(stored.map(({ operation }) => operation.opId));
    const all = [...stored, ...[...this.#waiting.values()].filter(({ operation }) => !known.has(operation.opId))];
    for (const entry of stored) {
      this.#waiting.set(entry.operation.opId, entry);
    }
    return all;
  }

  /** Runs of one client, each within the limits of a request. */
  #batches(entries, mostBytes) {
    const batches = [];
    const most = this.#oneByOne > 0 ? 1 : MOST_OPERATIONS;
    let bytes = 0;
    for (const { clientId, operation } of entries) {
      const size = utf8Length(JSON.stringify(operation)) + 1;
      const last = batches.at(-1);
      if (last?.clientId === clientId && last.operations.length < most && bytes + size <= mostBytes) {
        last.operations.push(operation);
        bytes += size;
      } else {
        batches.push({ clientId, baseRevision: this.parts.revision(), operations: [operation] });
        bytes = size;
      }
    }
    return batches;
  }

  /** @returns {Promise<boolean>} whether to go on at once */
  async #take(answer, batch) {
    switch (answer.kind) {
      case 'ok':
        return this.#accept(answer.body, batch);
      case 'refused':
        return this.#refuse(answer, batch);
      case 'closed':
        await this.#reject(batch, 'ASSIGNMENT_CLOSED', answer.detail);
        return true;
      case 'sign-in':
      case 'stranger':
      case 'gone':
        this.halt(answer.kind);
        return false;
      default:
        this.#later(answer);
        return false;
    }
  }

  async #accept({ revision, state, acknowledged, rejected, missed }, batch) {
    const revisions = new Map(acknowledged.map((entry) => [entry.opId, entry.revision]));
    const settled = batch.operations.filter(({ opId }) =>
      revisions.has(opId) || rejected.some((entry) => entry.opId === opId));
    if (settled.length === 0) {
      this.#later({ kind: 'retry' });
      return false;
    }
    this.#oneByOne = Math.max(0, this.#oneByOne - settled.length);
    const own = batch.operations
      .filter(({ opId }) => revisions.has(opId))
      .map((operation) => ({ ...operation, clientId: batch.clientId, revision: revisions.get(operation.opId) }));
    const refusals = rejected.map((entry) => ({
      ...entry,
      operation: batch.operations.find(({ opId }) => opId === entry.opId),
    }));
    await this.#settle(settled, {
      from: batch.baseRevision,
      revision,
      state,
      operations: [...(missed ?? []), ...own].sort((a, b) => a.revision - b.revision),
      rejected: refusals,
    });
    return true;
  }

  /** A request that is refused as a whole is sent again one by one, so that only the broken one stays. */
  async #refuse({ detail }, batch) {
    if (batch.operations.length > 1) {
      this.#oneByOne = batch.operations.length;
    } else {
      this.#oneByOne = Math.max(0, this.#oneByOne - 1);
      await this.#reject(batch, 'REFUSED', detail);
    }
    return true;
  }

  async #reject(batch, code, detail) {
    const rejected = batch.operations.map((operation) => ({ opId: operation.opId, code, detail, operation }));
    const revision = this.parts.revision();
    await this.#settle(batch.operations, { from: revision, revision, operations: [], rejected });
  }

  async #settle(operations, news) {
    const opIds = operations.map(({ opId }) => opId);
    await this.parts.store.keepRejected(news.rejected.filter(({ operation }) => operation?.type !== 'submit'));
    await this.parts.store.remove(opIds);
    opIds.forEach((opId) => this.#waiting.delete(opId));
    this.#mode = 'ready';
    this.#failures = 0;
    if (news.operations.length > 0) {
      this.#settledNow();
    }
    this.parts.settled(news);
    this.#tell();
  }

  #settledNow() {
    if (this.#waiting.size === 0) {
      this.#savedAt = this.parts.timers.now();
    }
  }

  #later({ kind, after }) {
    const { timers, random } = this.parts;
    this.#mode = kind === 'offline' ? 'offline' : 'retry';
    const delay = Math.min(LAST_DELAY, 1000 * 2 ** this.#failures++);
    this.#clear();
    this.#retry = timers.set(() => this.#send(), Math.max(after ?? 0, delay * (0.75 + random() / 2)));
    this.#tell();
  }

  #tell() {
    this.parts.changed(this.status);
  }
}

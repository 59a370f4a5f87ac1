import { Queue } from './queue.js';
import { Tabs, exclusively } from './tabs.js';

const POLL = 20_000;
const KNOCK = 10_000;

/**
 * The way between this page and the server: the queue out, news in. It watches the network, the
 * session and the other tabs of the same person.
 */
export class Connection {
  #parts;
  #tabs;
  #lastPoll = 0;

  /**
   * @param {{assignment: string, account: string, clientId: string, server: import('./server.js').Server,
   *   store: import('./store.js').Store, revision: () => number,
   *   heard: (news: import('./queue.js').News) => void, adopted: (operations: object[]) => void,
   *   changed: (status: import('./queue.js').Status) => void}} parts
   */
  constructor(parts) {
    this.#parts = parts;
    const { assignment, account, clientId, server, store, revision, changed } = parts;
    const name = `testimony-${assignment}-${account}`;
    this.#tabs = new Tabs(name, (message) => this.#hear(message));
    this.queue = new Queue({
      clientId, store, revision, changed,
      send: (batch) => this.#send(batch),
      sendAtLast: (batch) => server.sendAtLast(assignment, batch),
      exclusive: exclusively(`${name}-send`),
      timers: { set: (work, delay) => setTimeout(work, delay), clear: (timer) => clearTimeout(timer), now: () => Date.now() },
      random: Math.random,
      settled: (news) => {
        this.#tabs.tell({ type: 'news', news });
        parts.heard(news);
      },
    });
  }

  async open() {
    this.#parts.adopted(await this.queue.open());
    addEventListener('online', () => this.queue.resume());
    addEventListener('pagehide', () => this.queue.leave());
    addEventListener('focus', () => this.#look());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') {
        this.#look();
      } else {
        this.queue.leave();
      }
    });
    setInterval(() => document.visibilityState === 'visible' && this.#look(), KNOCK);
  }

  /** Sends operations and tells the other tabs. @param {object[]} operations */
  push(operations) {
    const { clientId } = this.#parts;
    this.#tabs.tell({ type: 'queued', entries: operations.map((operation) => ({ clientId, operation })) });
    return this.queue.push(operations);
  }

  /** Asks for what the server's log holds beyond the known revision. */
  async poll() {
    const { server, assignment, revision, heard } = this.#parts;
    this.#lastPoll = Date.now();
    const from = revision();
    const answer = await server.get(`/assignments/${assignment}/operations?since=${from}`);
    if (answer.kind === 'ok') {
      const { operations } = answer.body;
      await this.queue.drop(operations.map(({ opId }) => opId));
      heard({ from, rejected: [], ...answer.body });
    } else if (answer.kind === 'sign-in' || answer.kind === 'gone') {
      this.queue.halt(answer.kind);
    }
  }

  async #look() {
    const { mode } = this.queue.status;
    if (mode === 'sign-in' || mode === 'stranger') {
      await this.#knock();
    } else if (mode === 'ready' && Date.now() - this.#lastPoll > POLL - KNOCK / 2) {
      await this.poll();
    }
  }

  /** Whether somebody is signed in again, and whether it is the same person: only then things go on. */
  async #knock() {
    const { server, account } = this.#parts;
    const answer = await server.get('/me');
    if (answer.kind !== 'ok') {
      return;
    }
    if (answer.body.id === account) {
      await server.renewToken();
      this.queue.resume();
    } else {
      this.queue.halt('stranger');
    }
  }

  /** A refused token may mean that the session is another person's: that is asked before sending again. */
  async #send(batch) {
    const { server, assignment, account } = this.#parts;
    const answer = await server.send(assignment, batch);
    if (answer.kind !== 'forbidden') {
      return answer;
    }
    const me = await server.get('/me');
    if (me.kind !== 'ok') {
      return me.kind === 'offline' || me.kind === 'retry' ? me : { kind: 'sign-in' };
    }
    if (me.body.id !== account) {
      return { kind: 'stranger' };
    }
    await server.renewToken();
    const second = await server.send(assignment, batch);
    return second.kind === 'forbidden' ? { kind: 'refused', detail: second.detail } : second;
  }

  #hear({ type, entries, news }) {
    if (type === 'queued') {
      this.queue.adopt(entries);
      this.#parts.adopted(entries.map(({ operation }) => operation));
    } else if (type === 'news') {
      const settled = [...news.operations, ...news.rejected].map(({ opId }) => opId);
      this.queue.drop(settled);
      this.#parts.heard(news);
    }
  }
}

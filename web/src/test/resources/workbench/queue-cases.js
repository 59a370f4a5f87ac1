import { Queue } from '../../../main/webapp/assets/workbench/queue/queue.js';
import { statusWords } from '../../../main/webapp/assets/workbench/queue/status.js';
import { MemoryShelf, Store } from '../../../main/webapp/assets/workbench/queue/store.js';

/** A queue among a clock, a server and a store that the test holds in its hands. */
class Bench {
  now = 0;
  timers = [];
  sent = [];
  times = [];
  atLast = [];
  news = [];
  statuses = [];
  revision = 0;
  logged = new Map();
  answers = [];

  constructor({ clientId = 'tab', shelf = new MemoryShelf(), account = 'me' } = {}) {
    this.shelf = shelf;
    this.store = new Store(shelf, { account, assignment: 'a' });
    this.queue = new Queue({
      clientId,
      store: this.store,
      send: (batch) => this.#answer(batch),
      sendAtLast: (batch) => this.atLast.push(batch),
      exclusive: (work) => work(),
      timers: {
        set: (work, delay) => {
          const timer = { work, at: this.now + delay };
          this.timers.push(timer);
          return timer;
        },
        clear: (timer) => {
          this.timers = this.timers.filter((other) => other !== timer);
        },
        now: () => this.now,
      },
      random: () => 0.5,
      revision: () => this.revision,
      settled: (news) => {
        this.news.push(news);
        this.revision = Math.max(this.revision, news.revision);
      },
      changed: (status) => this.statuses.push(this.#words(status)),
    });
  }

  #words(status) {
    const { key, count, time } = statusWords(status, (at) => `at ${at}`);
    return [key, count ?? time].filter((part) => part !== undefined).join(' ');
  }

  get status() {
    return this.#words(this.queue.status);
  }

  async #answer(batch) {
    this.sent.push(batch.operations.map(({ opId }) => opId));
    this.times.push(this.now);
    const answer = this.answers.shift() ?? 'ok';
    if (typeof answer === 'object') {
      return answer;
    }
    if (answer === 'poison' || this.poison) {
      if (batch.operations.some(({ opId }) => opId === this.poison)) {
        return { kind: 'refused', detail: 'poison' };
      }
    }
    const acknowledged = batch.operations.map(({ opId }) => {
      if (!this.logged.has(opId)) {
        this.logged.set(opId, this.logged.size + 1);
      }
      return { opId, revision: this.logged.get(opId) };
    });
    if (answer === 'lost') {
      return { kind: 'offline' };
    }
    return { kind: 'ok', body: { revision: this.logged.size, state: 'OPEN', acknowledged, rejected: [], missed: [] } };
  }

  /** Lets the clock run, and all that hangs on it. */
  async pass(time) {
    const end = this.now + time;
    for (;;) {
      await settle();
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) {
        break;
      }
      this.now = next.at;
      this.timers = this.timers.filter((timer) => timer !== next);
      next.work();
      await settle();
    }
    this.now = end;
    await settle();
  }

  push(...opIds) {
    return this.queue.push(opIds.map((opId) => ({ opId, type: 'setNote', after: opId })));
  }

  async left() {
    return (await this.store.entries()).map(({ operation }) => operation.opId);
  }
}

async function settle() {
  for (let i = 0; i < 60; i++) {
    await null;
  }
}

export async function waitsForRest() {
  const bench = new Bench();
  await bench.push('a');
  await bench.pass(200);
  await bench.push('b');
  await bench.pass(299);
  const early = bench.sent.length;
  await bench.pass(1);
  return { early, sent: bench.sent, times: bench.times, left: await bench.left() };
}

export async function waitsNoLonger() {
  const bench = new Bench();
  for (let i = 0; i < 12; i++) {
    await bench.push(`o${i}`);
    await bench.pass(200);
  }
  await bench.pass(2000);
  return { times: bench.times, first: bench.sent[0].length, all: bench.sent.flat().length };
}

export async function saysSavedLast() {
  const bench = new Bench();
  const before = bench.status;
  bench.answers.push({ kind: 'offline' }, { kind: 'retry' });
  await bench.push('a', 'b');
  await bench.pass(10_000);
  return { before, statuses: bench.statuses.filter((status, index, all) => status !== all[index - 1]), left: await bench.left() };
}

export async function triesAgain() {
  const bench = new Bench();
  bench.answers.push(...Array.from({ length: 8 }, () => ({ kind: 'offline' })));
  await bench.push('a');
  await bench.pass(300_000);
  return { delays: bench.times.slice(1).map((time, index) => time - bench.times[index]), left: await bench.left() };
}

export async function obeysTheServersDelay() {
  const bench = new Bench();
  bench.answers.push({ kind: 'retry', after: 9000 });
  await bench.push('a');
  await bench.pass(60_000);
  return bench.times[1] - bench.times[0];
}

export async function repeatsWhatMayBeLost() {
  const bench = new Bench();
  bench.answers.push('lost');
  await bench.push('a', 'b');
  await bench.pass(5000);
  return { sent: bench.sent, logged: bench.logged.size, left: await bench.left(), operations: bench.news.flatMap(({ operations }) => operations.map(({ opId }) => opId)) };
}

export async function keepsTheQueueWithoutSession() {
  const bench = new Bench();
  bench.answers.push({ kind: 'sign-in' });
  await bench.push('a');
  await bench.pass(60_000);
  await bench.push('b');
  await bench.pass(60_000);
  const during = { sent: bench.sent.length, left: await bench.left(), status: bench.status };
  bench.queue.halt('stranger');
  await bench.pass(60_000);
  const stranger = bench.sent.length;
  bench.queue.resume();
  await bench.pass(1000);
  return { during, stranger, sent: bench.sent, left: await bench.left() };
}

export async function cutsBatches() {
  const bench = new Bench();
  await bench.push(...Array.from({ length: 450 }, (_, index) => `o${index}`));
  await bench.pass(1000);
  const large = new Bench();
  await large.queue.push(Array.from({ length: 4 }, (_, index) => ({ opId: `o${index}`, type: 'setNote', after: 'ж'.repeat(50_000) })));
  await large.pass(1000);
  return { sizes: bench.sent.map((ids) => ids.length), inOrder: bench.sent.flat().every((id, index) => id === `o${index}`), large: large.sent.map((ids) => ids.length) };
}

export async function setsTheBrokenOneAside() {
  const bench = new Bench();
  bench.poison = 'b';
  await bench.push('a', 'b', 'c');
  await bench.pass(5000);
  return {
    sent: bench.sent, left: await bench.left(),
    rejected: (await bench.store.rejected()).map(({ opId, code, detail }) => [opId, code, detail]),
    logged: [...bench.logged.keys()],
  };
}

export async function keepsRejectionsAside() {
  const bench = new Bench();
  bench.answers.push({
    kind: 'ok', body: {
      revision: 1, state: 'OPEN', acknowledged: [{ opId: 'a', revision: 1 }],
      rejected: [{ opId: 'b', code: 'QUOTE_MISMATCH' }], missed: [],
    },
  });
  await bench.push('a', 'b');
  await bench.pass(1000);
  const [news] = bench.news;
  const kept = (await bench.store.rejected()).map(({ opId, code, operation }) => [opId, code, operation.after]);
  await bench.store.dismiss(['b']);
  return { kept, news: news.rejected.map(({ opId }) => opId), left: await bench.left(), after: (await bench.store.rejected()).length };
}

export async function takesWhatAnEarlierPageLeft() {
  const shelf = new MemoryShelf();
  const first = new Bench({ clientId: 'first', shelf });
  first.answers.push({ kind: 'offline' });
  await first.push('a');
  const other = new Bench({ clientId: 'x', shelf, account: 'other' });
  await other.push('secret');
  const second = new Bench({ clientId: 'second', shelf });
  const batches = [];
  const send = second.queue.parts.send;
  second.queue.parts.send = (batch) => {
    batches.push([batch.clientId, batch.operations.map(({ opId }) => opId)]);
    return send(batch);
  };
  const found = (await second.queue.open()).map(({ opId }) => opId);
  await second.push('b');
  await second.pass(1000);
  return { found, batches, left: await second.left(), others: await other.left() };
}

export async function isClosed() {
  const bench = new Bench();
  bench.answers.push({ kind: 'closed', detail: 'submitted' });
  await bench.push('a');
  await bench.pass(1000);
  return { rejected: (await bench.store.rejected()).map(({ code }) => code), left: await bench.left(), status: bench.status };
}

export async function leaves() {
  const bench = new Bench();
  await bench.queue.push(Array.from({ length: 20 }, (_, index) => ({ opId: `o${index}`, type: 'setNote', after: 'n'.repeat(10_000) })));
  bench.queue.leave();
  const [batch] = bench.atLast;
  const gone = new Bench();
  await gone.push('a');
  gone.queue.halt('sign-in');
  gone.queue.leave();
  return { bytes: JSON.stringify(batch).length, count: batch.operations.length, left: (await bench.left()).length, whileSignedOut: gone.atLast.length };
}

export async function doesNotTurnInCircles() {
  const bench = new Bench();
  bench.answers.push(...Array.from({ length: 5 }, () => ({ kind: 'ok', body: { revision: 0, state: 'OPEN', acknowledged: [], rejected: [], missed: [] } })));
  await bench.push('a');
  await bench.pass(3000);
  return { sent: bench.sent.length, left: await bench.left() };
}

/** A store that fails keeps nothing, but the page does not lose what it still holds. */
export async function survivesAFullDisk() {
  const shelf = new MemoryShelf();
  shelf.add = async () => {
    throw new Error('quota');
  };
  const bench = new Bench({ shelf });
  bench.answers.push({ kind: 'offline' });
  await bench.push('a');
  await bench.pass(500);
  const during = bench.status;
  await bench.pass(3000);
  return { during, sent: bench.sent, logged: bench.logged.size, count: bench.queue.status.count };
}

export function pill({ status }) {
  const { key, count, time } = statusWords(status, (at) => `at ${at}`);
  return [key, count ?? time].filter((part) => part !== undefined).join(' ');
}

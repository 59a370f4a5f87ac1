import { MemoryShelf } from './store.js';

const DATABASE = 'testimony-workbench';
const LISTS = ['operations', 'rejected', 'undo'];
const PREFIX = 'testimony.workbench.';

/**
 * The most durable shelf that this browser offers: IndexedDB, else local storage, else memory.
 *
 * @returns {Promise<import('./store.js').Shelf>}
 */
export async function openShelf() {
  try {
    return new IndexedShelf(await openDatabase());
  } catch (failure) {
    console.warn('IndexedDB cannot be used, unsent changes go to local storage', failure);
  }
  try {
    localStorage.setItem(`${PREFIX}probe`, '1');
    localStorage.removeItem(`${PREFIX}probe`);
    return new LocalShelf(localStorage);
  } catch (failure) {
    console.warn('Local storage cannot be used, unsent changes are kept while the page stays open', failure);
    return new MemoryShelf();
  }
}

function openDatabase() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      for (const name of LISTS) {
        request.result.createObjectStore(name, { keyPath: 'place', autoIncrement: true })
          .createIndex('key', 'key', { unique: true });
      }
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('the database is held by an older page'));
  });
}

/** Records in IndexedDB. A write is over when the browser says that it is on disk. */
class IndexedShelf {
  durable = true;
  #database;

  constructor(database) {
    this.#database = database;
    database.onversionchange = () => database.close();
  }

  all(name) {
    return this.#run(name, 'readonly', (list) => list.getAll());
  }

  async add(name, records) {
    await this.#run(name, 'readwrite', (list) => {
      for (const record of records) {
        const found = list.index('key').getKey(record.key);
        found.onsuccess = () =>
          list.put(found.result === undefined ? record : { ...record, place: found.result });
      }
    });
  }

  async remove(name, keys) {
    await this.#run(name, 'readwrite', (list) => {
      for (const key of keys) {
        const found = list.index('key').getKey(key);
        found.onsuccess = () => found.result !== undefined && list.delete(found.result);
      }
    });
  }

  async clear() {
    for (const name of LISTS) {
      await this.#run(name, 'readwrite', (list) => list.clear());
    }
  }

  #run(name, mode, work) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(name, mode, { durability: 'strict' });
      const request = work(transaction.objectStore(name));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

/** Records in local storage, one item each, so that tabs do not overwrite one another's. */
class LocalShelf {
  durable = true;
  #storage;

  constructor(storage) {
    this.#storage = storage;
  }

  async all(name) {
    return this.#items(name).map(([, record]) => record).sort((a, b) => a.place - b.place);
  }

  async add(name, records) {
    const items = this.#items(name);
    let last = Math.max(0, ...items.map(([, { place }]) => place));
    for (const record of records) {
      const place = items.find(([, { key }]) => key === record.key)?.[1].place ?? ++last;
      this.#storage.setItem(`${PREFIX}${name}.${record.key}`, JSON.stringify({ ...record, place }));
    }
  }

  async remove(name, keys) {
    keys.forEach((key) => this.#storage.removeItem(`${PREFIX}${name}.${key}`));
  }

  async clear() {
    LISTS.flatMap((name) => this.#items(name)).forEach(([item]) => this.#storage.removeItem(item));
  }

  #items(name) {
    return Object.keys(this.#storage)
      .filter((item) => item.startsWith(`${PREFIX}${name}.`))
      .map((item) => [item, JSON.parse(this.#storage.getItem(item))]);
  }
}

/** What the tabs of one person on one assignment tell each other. */
export class Tabs {
  #channel;

  /**
   * @param {string} name
   * @param {(message: object) => void} heard
   */
  constructor(name, heard) {
    if (typeof BroadcastChannel !== 'undefined') {
      this.#channel = new BroadcastChannel(name);
      this.#channel.onmessage = ({ data }) => heard(data);
    }
  }

  /** @param {object} message */
  tell(message) {
    this.#channel?.postMessage(message);
  }
}

/**
 * Runs work while no other tab runs work under the same name. Without Web Locks tabs may send the
 * same operation twice, which the server answers alike.
 *
 * @param {string} name
 * @returns {(work: () => Promise<void>) => Promise<void>}
 */
export function exclusively(name) {
  return (work) => (navigator.locks ? navigator.locks.request(name, work) : work());
}

/**
 * The id of this tab. It outlives a reload; a copy of the tab gets one of its own.
 *
 * @returns {Promise<string>}
 */
export async function tabId() {
  const kept = sessionStorage.getItem('testimony.client');
  if (kept && (await claim(kept))) {
    return kept;
  }
  const fresh = uuid();
  sessionStorage.setItem('testimony.client', fresh);
  sessionStorage.removeItem('testimony.sequence');
  await claim(fresh);
  return fresh;
}

/** Holds a lock with the tab's name for as long as the page lives; false where another holds it. */
async function claim(id) {
  if (!navigator.locks) {
    return true;
  }
  for (let attempt = 0; attempt < 4; attempt++) {
    const held = await new Promise((resolve) => {
      navigator.locks.request(`testimony-tab-${id}`, { ifAvailable: true }, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => {});
      });
    });
    if (held) {
      return true;
    }
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  return false;
}

/** The next number of this tab's operations. It goes on after a reload. */
export function nextSequence() {
  const next = Number(sessionStorage.getItem('testimony.sequence') ?? 0) + 1;
  sessionStorage.setItem('testimony.sequence', String(next));
  return next;
}

/** A random UUID, also where the page is not served over a secure connection. */
export function uuid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const PATIENCE = 20_000;

/** The server's REST answers for one assignment, each turned into what the page does about it. */
export class Server {
  #api;
  #token = tokenOf(document);

  /** @param {string} api the path of the API, without a slash at its end */
  constructor(api) {
    this.#api = api;
  }

  /** @returns {Promise<{kind: string, body?: object, detail?: string}>} */
  get(path) {
    return this.#request(path, { method: 'GET' });
  }

  /** Sends a batch of operations. @returns {Promise<import('./queue.js').Answer | {kind: 'forbidden', detail: string}>} */
  send(assignment, batch) {
    return this.#request(`/assignments/${assignment}/operations`, this.#posted(batch));
  }

  /** Sends a small batch in a way that outlives the page. Nobody waits for the answer. */
  sendAtLast(assignment, batch) {
    fetch(this.#operations(assignment), { ...this.#posted(batch), keepalive: true })
      .catch(() => { /* The operations are still in the queue. */ });
  }

  /** Reads the token of the present session, as after a new sign-in in another tab. */
  async renewToken() {
    try {
      const response = await fetch(location.href, { credentials: 'same-origin', cache: 'no-store' });
      this.#token = tokenOf(new DOMParser().parseFromString(await response.text(), 'text/html')) || this.#token;
    } catch (problem) {
      console.warn('The token could not be renewed; the old one is tried', problem);
    }
  }

  #posted(body) {
    return {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Testimony-Token': this.#token },
      body: JSON.stringify(body),
    };
  }

  #operations(assignment) {
    return `${this.#api}/assignments/${assignment}/operations`;
  }

  async #request(path, options) {
    const { headers, ...others } = options;
    let response;
    try {
      response = await fetch(`${this.#api}${path}`, {
        ...others,
        headers: { Accept: 'application/json', ...headers },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout?.(PATIENCE),
      });
      return response.ok ? { kind: 'ok', body: await response.json() } : await failure(response);
    } catch (problem) {
      if (!(problem instanceof TypeError || problem instanceof DOMException || problem instanceof SyntaxError)) {
        throw problem;
      }
      return response ? { kind: 'retry' } : { kind: 'offline' };
    }
  }
}

async function failure(response) {
  const detail = await detailOf(response);
  switch (response.status) {
    case 401:
      return { kind: 'sign-in' };
    case 403:
      return { kind: 'forbidden', detail };
    case 404:
      return { kind: 'gone' };
    case 409:
      return { kind: 'closed', detail };
    case 400:
    case 413:
    case 415:
    case 422:
      return { kind: 'refused', detail };
    default:
      return { kind: 'retry', after: 1000 * Number(response.headers.get('Retry-After')) || undefined };
  }
}

async function detailOf(response) {
  try {
    const problem = await response.json();
    return [problem.detail ?? problem.title, ...(problem.errors ?? []).map((error) => error.detail)]
      .filter(Boolean).join(' ');
  } catch {
    return `${response.status} ${response.statusText}`;
  }
}

function tokenOf(page) {
  return page.querySelector('meta[name="testimony-token"]')?.content ?? '';
}

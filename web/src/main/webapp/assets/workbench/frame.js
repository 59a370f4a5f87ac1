import { h, icon, refill } from './dom.js';
import * as changes from './set/changes.js';
import { statusWords } from './queue/status.js';
import { openDialog } from './dialogs/dialog.js';
import { openDrawer } from './dialogs/drawer.js';
import { openChecklist, openConfirmation } from './dialogs/submit.js';

const PILL_ICONS = { ok: 'check', warn: 'cloud', bad: 'warning', '': 'info' };

/**
 * The frame around what one article asks for: top bar, notices, announcements, and submitting. What is in
 * the middle and at the foot, a view adds.
 */
export class Frame {
  #store;
  #status = { count: 0, mode: 'ready', savedAt: null, durable: true };
  #rejected = [];
  #notices = new Map();
  #saying = null;
  #failing = false;
  #kept = null;

  /**
   * @param {import('./workbench.js').Workbench} wb
   * @param {{store: import('./queue/store.js').Store, preferences: import('./preferences.js').Preferences,
   *   links: {back: string, signIn: string, next: (id: string) => string}}} parts
   */
  constructor(wb, parts) {
    this.wb = wb;
    this.#store = parts.store;
    this.preferences = parts.preferences;
    this.parts = parts;
    this.element = h('div', { class: 'wb-root' }, this.#topBar(), this.#middle(), this.footer());
  }

  /* ---- building ---- */

  #topBar() {
    const { words, bootstrap: { article, position, of } } = this.wb;
    const facts = [article.outlet, this.date(article.published), position && words.say('top.position', position, of)];
    const tool = (name, label, act, extra = {}) =>
      h('button', { type: 'button', class: 'btn quiet icon', 'aria-label': label, title: label, onclick: act, ...extra }, name);
    this.pill = h('span', { class: 'pill' });
    this.undoButton = tool(icon('undo'), words.say('top.undo'), () => this.wb.undo());
    this.redoButton = tool(icon('redo'), words.say('top.redo'), () => this.wb.redo());
    this.submitButton = h('button', { type: 'button', class: 'btn primary', onclick: () => this.submit() }, words.say('top.submit'));
    return h('header', { class: 'top wb-top' },
      h('a', { class: 'btn quiet icon', href: this.parts.links.back, 'aria-label': words.say('top.back'), title: words.say('top.back') }, icon('back')),
      h('div', { class: 'wb-t' }, h('b', {}, article.title ?? words.say('top.untitled')), h('span', { class: 'muted xs' }, facts.filter(Boolean).join(' · '))),
      h('span', { class: 'spacer' }), this.pill, this.undoButton, this.redoButton,
      tool('?', words.say('top.keys'), () => this.openKeys(), { class: 'btn quiet icon hide-s' }),
      tool(icon('theme'), words.say('top.theme'), () => this.preferences.switchTheme()), this.submitButton);
  }

  #middle() {
    this.polite = h('div', { class: 'vh', role: 'status', 'aria-live': 'polite' });
    this.alert = h('div', { class: 'wb-alert', role: 'alert' });
    this.noticeList = h('div', { class: 'wb-notices' });
    return h('div', { class: 'wb-middle' }, this.alert, this.noticeList, this.polite, this.body());
  }

  /** What stands between the top bar and the foot. @returns {HTMLElement} */
  body() {
    return h('main', { id: 'main', tabindex: '-1' });
  }

  /** What stands at the foot. @returns {HTMLElement[]} */
  footer() {
    return [];
  }

  date(published) {
    const date = published ? new Date(published) : null;
    const language = document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang || undefined;
    return date && !Number.isNaN(date.getTime())
      ? date.toLocaleDateString(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
      : published;
  }

  /* ---- telling ---- */

  /** Says something to those who listen; the last of several at once is heard. */
  say(text) {
    clearTimeout(this.#saying);
    this.polite.textContent = '';
    this.#saying = setTimeout(() => {
      this.polite.textContent = text;
    }, 40);
  }

  get undoKey() {
    return 'Ctrl+Z';
  }

  /**
   * Shows a notice above the article, or takes it away.
   *
   * @param {string} id
   * @param {{tone?: 'warn' | 'bad' | 'ok', text: string, title?: string,
   *   actions?: {title: string, href?: string, act?: () => void, blank?: boolean}[], close?: boolean} | null} notice
   */
  notice(id, notice) {
    if (notice === null) {
      this.#notices.delete(id);
    } else {
      this.#notices.set(id, notice);
    }
    refill(this.noticeList, ...[...this.#notices].map(([key, shown]) => this.#noticeElement(key, shown)));
  }

  #noticeElement(id, { tone = '', text, title, actions = [], close = false }) {
    return h('div', { class: `note ${tone}`, 'data-notice': id }, icon(tone === 'ok' ? 'check' : tone === '' ? 'info' : 'warning'),
      h('div', {}, title && h('b', {}, title, ' '), h('span', { class: 'note-text' }, text)),
      h('div', { class: 'note-b' }, actions.map((action, index) => action.href
        ? h('a', { class: 'btn small', href: action.href, target: action.blank ? '_blank' : null, rel: action.blank ? 'noopener' : null, 'data-k': `${id}:${index}` }, action.title)
        : h('button', { type: 'button', class: 'btn small', onclick: action.act, 'data-k': `${id}:${index}` }, action.title)),
      close && h('button', { type: 'button', class: 'btn quiet icon small', 'aria-label': this.wb.words.say('notice.close'), onclick: () => this.notice(id, null) }, icon('close'))));
  }

  /** Takes in the status of the queue. @param {import('./queue/queue.js').Status} status */
  status(status) {
    this.#status = status;
    const { words } = this.wb;
    const { key, count, time, tone } = statusWords({ ...status, rejected: this.#rejected.length }, clock);
    const text = count === undefined ? words.say(key, time) : words.count(key, count);
    this.pill.className = `pill ${tone}`;
    this.pill.replaceChildren(icon(PILL_ICONS[tone]), h('span', {}, text));
    this.pill.dataset.count = status.count;
    const failing = ['sign-in', 'stranger', 'gone'].includes(status.mode) || (['offline', 'retry'].includes(status.mode) && status.count > 0);
    if (failing) {
      if (this.alert.textContent !== text) {
        this.alert.replaceChildren(h('span', { class: 'vh' }, text));
      }
    } else if (this.#failing && status.count === 0) {
      this.alert.replaceChildren();
      this.say(text);
    }
    this.#failing = failing;
    this.#sessionNotice(status);
  }

  #sessionNotice({ mode, count }) {
    const { words } = this.wb;
    const { signIn } = this.parts.links;
    if (mode === 'sign-in') {
      this.notice('session', {
        tone: 'bad', text: words.count('session.ended', count),
        actions: [{ title: words.say('session.signIn'), href: signIn, blank: true }],
      });
    } else if (mode === 'stranger') {
      this.notice('session', {
        tone: 'bad', text: words.count('session.stranger', count, this.wb.bootstrap.annotator),
        actions: [{ title: words.say('session.signIn'), href: signIn, blank: true }],
      });
    } else if (mode === 'gone') {
      this.notice('session', { tone: 'bad', text: words.count('session.gone', count), actions: [{ title: words.say('top.back'), href: this.parts.links.back }] });
    } else if (this.#notices.has('session')) {
      this.notice('session', null);
    }
  }

  /* ---- what was not taken ---- */

  /** Shows operations that the server rejected. @param {object[]} entries */
  reject(entries) {
    this.#rejected = [...this.#rejected.filter((old) => !entries.some(({ opId }) => opId === old.opId)), ...entries];
    this.#drawRejected();
  }

  #drawRejected() {
    const { words } = this.wb;
    const count = this.#rejected.length;
    this.notice('rejected', count === 0 ? null : {
      tone: 'bad', text: words.count('drawer.notice', count),
      actions: [{ title: words.say('drawer.show'), act: () => this.#openDrawer() }],
    });
    this.alert.replaceChildren(count > 0 ? h('span', { class: 'vh' }, words.count('drawer.notice', count)) : '');
    this.status(this.#status);
  }

  #openDrawer() {
    const forget = (entries) => {
      const opIds = entries.map(({ opId }) => opId);
      this.#rejected = this.#rejected.filter(({ opId }) => !opIds.includes(opId));
      this.#store.dismiss(opIds);
      this.#drawRejected();
    };
    openDrawer({
      rejected: this.#rejected,
      words: this.wb.words,
      describe: (operation) => this.wb.operationWords(operation),
      canRetry: !this.wb.readOnly,
      dismiss: forget,
      retry: (entries) => {
        forget(entries);
        this.wb.commit(entries.map(({ operation: { opId, clientSeq, input, codebook, ...change } }) => change), 'FORM');
      },
    });
  }

  /** Tells that another tab or device has changed something. */
  foreign(operations, replaced) {
    const { words } = this.wb;
    if (operations.length > 0) {
      this.say(words.count('foreign.changed', operations.length, this.wb.operationWords(operations.at(-1))));
    }
    for (const { operation, was } of replaced) {
      this.notice('replaced', {
        text: words.say('foreign.replaced', this.wb.operationWords(operation)),
        close: true,
        actions: [{
          title: words.say('foreign.takeOther'),
          act: () => {
            const { type, subject, field, target } = operation;
            this.wb.commit([{ type, subject, field, target, before: operation.after, after: was }], 'UNDO');
            this.notice('replaced', null);
          },
        }],
      });
    }
  }

  /** Keeps the undo stack for a reload, a moment after the last change. */
  keepUndo() {
    clearTimeout(this.#kept);
    const { undoStack, clientId } = this.wb.workspace;
    const { done, undone } = undoStack;
    this.#kept = setTimeout(() => this.#store.keepUndoStack(clientId, { done, undone }), 150);
  }

  /* ---- submitting ---- */

  async submit() {
    const wb = this.wb;
    const { words } = wb;
    if (wb.readOnly) {
      this.say(words.say('readOnly.refused'));
      return;
    }
    const hard = wb.gaps.filter(({ kind }) => kind !== 'stance');
    const soft = wb.gaps.filter(({ kind }) => kind === 'stance');
    if (hard.length > 0) {
      this.#checklist(hard);
    } else if (this.#rejected.length > 0) {
      this.#openDrawer();
    } else if (soft.length > 0) {
      this.#askStance(soft);
    } else if (wb.workspace.state.spans.size === 0) {
      openConfirmation({ title: words.say('submit.emptyTitle'), text: words.say('submit.empty'), words, submit: () => this.#send(false) });
    } else {
      await this.#send(false);
    }
  }

  #describe(gap) {
    const wb = this.wb;
    const quote = gap.subject ? wb.quoteOf(gap.subject) : '';
    const what = wb.gapSummary(gap.subject ?? '', [gap]);
    return quote ? `${what} – “${quote.slice(0, 70)}${quote.length > 70 ? '…' : ''}”` : what;
  }

  #checklist(gaps) {
    openChecklist({ gaps, words: this.wb.words, describe: (gap) => this.#describe(gap), go: (gap) => this.wb.goToGap(gap) });
  }

  #askStance(gaps) {
    const { words } = this.wb;
    const claims = new Set(gaps.map(({ subject }) => subject)).size;
    openConfirmation({
      title: words.count('submit.stanceTitle', claims), text: words.say('submit.stance'), words, gaps,
      describe: (gap) => this.#describe(gap), go: (gap) => this.wb.goToGap(gap), submit: () => this.#send(true),
    });
  }

  /** First all changes, then the submission: nothing is submitted that the server does not hold. */
  async #send(unsetStanceConfirmed) {
    const wb = this.wb;
    const { words, connection: { queue } } = wb;
    this.say(words.say('submit.saving'));
    const before = this.#rejected.length;
    const left = await queue.flush();
    if (left > 0 || queue.status.mode !== 'ready') {
      tellHalt(words, left);
      return;
    }
    if (this.#rejected.length > before) {
      this.#openDrawer();
      return;
    }
    const operations = wb.workspace.commit([changes.submit(unsetStanceConfirmed)], 'FORM');
    wb.submitting = true;
    wb.refresh();
    await wb.connection.push(operations);
    await queue.flush();
  }

  /** The server's answer to a submission that it does not take. @param {{code: string, current: object[]}} entry */
  notSubmitted({ code, current, detail }) {
    const wb = this.wb;
    wb.submitting = false;
    wb.refresh();
    const list = Array.isArray(current) ? current : [];
    if (code === 'INCOMPLETE') {
      const gaps = list.map(({ subject, field, code: lack }) =>
        ({ kind: lack === 'REQUIRED_RELATION' ? 'relation' : subject ? 'feature' : 'article', subject, field }));
      this.#checklist(gaps.length > 0 ? gaps : wb.gaps);
    } else if (code === 'STANCE_UNSET') {
      this.#askStance(wb.gaps.filter(({ kind }) => kind === 'stance'));
    } else {
      this.notice('submit', { tone: 'bad', text: wb.words.say('submit.refused', detail ?? code), close: true });
    }
  }

  /** Says in which state the article is, where it is not simply open. */
  showState() {
    const { words, state, bootstrap } = this.wb;
    const next = bootstrap.next && bootstrap.next !== bootstrap.id
      ? [{ title: words.say('state.next'), href: this.parts.links.next(bootstrap.next, bootstrap.nextPhase) }]
      : [{ title: words.say('top.back'), href: this.parts.links.back }];
    const closed = { SUBMITTED: 'ok', LOCKED: '', SKIPPED: '' };
    if (state in closed) {
      const reason = state === 'SKIPPED' && bootstrap.note ? ` ${bootstrap.note}` : '';
      this.notice('state', { tone: closed[state], text: words.say(`state.${state}`) + reason, actions: next });
    } else if (bootstrap.note) {
      this.notice('state', { tone: 'warn', title: words.say('state.RETURNED'), text: bootstrap.note, close: true });
    } else {
      this.notice('state', null);
    }
    this.element.classList.toggle('read-only', this.wb.readOnly);
  }

  focusNext() {
    this.noticeList.querySelector('[data-notice="state"] a')?.focus();
  }

  /* ---- drawing ---- */

  render() {
    const { undoStack } = this.wb.workspace;
    this.undoButton.disabled = this.wb.readOnly || undoStack.done.length === 0;
    this.redoButton.disabled = this.wb.readOnly || undoStack.undone.length === 0;
    this.submitButton.hidden = this.wb.readOnly;
    this.element.classList.toggle('read-only', this.wb.readOnly);
  }
}

function tellHalt(words, count) {
  openDialog({
    title: words.say('submit.haltTitle'),
    body: [h('p', {}, words.count('submit.halt', count))],
    buttons: [{ title: words.say('dialog.close'), kind: 'primary', first: true }],
  });
}

function clock(time) {
  const two = (number) => String(number).padStart(2, '0');
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

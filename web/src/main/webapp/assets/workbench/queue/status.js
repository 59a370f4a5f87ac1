/**
 * The words of the status pill: which message, its arguments and its tone. "Saved" is said only
 * when nothing waits.
 *
 * @param {import('./queue.js').Status & {rejected?: number}} status with the number of changes that were
 *   not taken
 * @param {(time: number) => string} clock
 * @returns {{key: string, count?: number, time?: string, tone: 'ok' | 'warn' | 'bad' | ''}}
 */
export function statusWords({ count, mode, savedAt, durable, rejected = 0 }, clock) {
  if (mode === 'sign-in') {
    return { key: 'status.signIn', tone: 'bad' };
  }
  if (mode === 'stranger') {
    return { key: 'status.stranger', tone: 'bad' };
  }
  if (mode === 'gone') {
    return { key: 'status.gone', tone: 'bad' };
  }
  if (mode === 'offline' || mode === 'retry') {
    if (count === 0) {
      return { key: mode === 'offline' ? 'status.offline' : 'status.trying', tone: 'warn' };
    }
    if (!durable) {
      return { key: 'status.onlyHere', count, tone: 'bad' };
    }
    return { key: mode === 'offline' ? 'status.offlineKept' : 'status.retryKept', count, tone: 'warn' };
  }
  if (count > 0) {
    return { key: 'status.saving', count, tone: '' };
  }
  if (rejected > 0) {
    return { key: 'drawer.notice', count: rejected, tone: 'bad' };
  }
  return savedAt === null
    ? { key: 'status.nothing', tone: '' }
    : { key: 'status.saved', time: clock(savedAt), tone: 'ok' };
}

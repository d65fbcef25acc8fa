import { errorCode } from '../error-code.ts';

/** SQLSTATE of serialization_failure and deadlock_detected: the transaction did nothing and may be run again. */
const RETRYABLE = new Set(['40001', '40P01']);
/** Five capitals and digits with a digit among them, which tells them from Node's EPIPE. */
const SQL_STATE = /^(?=.*\d)[0-9A-Z]{5}$/;

/** The SQLSTATE of an error of pg or TypeORM, looked for along `cause`; null when there is none. */
export function sqlStateOf(error: unknown): string | null {
  for (let current = error; typeof current === 'object' && current !== null;) {
    const code = errorCode(current);
    if (code && SQL_STATE.test(code)) return code;
    current = 'cause' in current ? current.cause : null;
  }
  return null;
}

/** True when the server gave up a transaction that can simply be run again. */
export function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(sqlStateOf(error) ?? '');
}

import { AsyncLocalStorage } from 'node:async_hooks';
import { pino } from 'pino';
import type { DestinationStream, Logger } from 'pino';

/** The structured logger: JSON lines, ids and names only. */
export type Log = Logger;

/** Injection token of the logger. */
export const LOG = Symbol('LOG');

/** What every line written during a request or a job carries. */
export interface LogScope {
  readonly requestId?: string;
  readonly jobId?: string;
  readonly task?: string;
}

const scopes = new AsyncLocalStorage<LogScope>();

/** Runs `work` so that every line it writes carries the scope. */
export function withLogScope<T>(scope: LogScope, work: () => T): T {
  return scopes.run(scope, work);
}

/** Paths that never reach a log even when somebody logs a whole object by mistake. */
const SECRET_PATHS = [
  'password',
  'token',
  'secret',
  'signingSecret',
  'cookie',
  'authorization',
  'text',
  'html',
  'body',
];

/**
 * Lines are written together, because a write for each is a seventh of what an answer costs; none waits longer than this,
 * and those that wait are written when the process ends.
 */
const TOGETHER = { minLength: 4_096, periodicFlush: 250 };

/** Makes the process's logger. */
export function createLog(options: { level: string; destination?: DestinationStream }): Log {
  return pino(
    {
      level: options.level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => ({ ...scopes.getStore() }),
      serializers: { err: describeError },
      redact: { paths: SECRET_PATHS.flatMap((path) => [path, `*.${path}`, `*.*.${path}`]), censor: '[hidden]' },
    },
    options.destination ?? pino.destination({ dest: 1, sync: false, ...TOGETHER }),
  );
}

/** What a log may hold of an error. */
interface ErrorDescription {
  readonly type: string;
  readonly message?: string;
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
  readonly at?: string;
  readonly cause?: ErrorDescription;
}

/**
 * Describes an error without the data that made it: PostgreSQL and JSON.parse quote the offending value in their
 * messages, and TypeORM hangs the statement's parameters on the error, so of those only code and place are kept.
 */
export function describeError(error: unknown): ErrorDescription | undefined {
  if (!(error instanceof Error)) return error === undefined ? undefined : { type: typeof error };
  const details = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  const quotesData = isDatabaseError(error) || error instanceof SyntaxError;
  return {
    type: error.name,
    ...(quotesData ? {} : { message: error.message }),
    ...(typeof details.code === 'string' ? { code: details.code } : {}),
    ...(typeof details.constraint === 'string' ? { constraint: details.constraint } : {}),
    ...(typeof details.table === 'string' ? { table: details.table } : {}),
    at: placesOf(error),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

function isDatabaseError(error: Error): boolean {
  return 'severity' in error || 'driverError' in error;
}

/** The stack without its first lines, which repeat the message. */
function placesOf(error: Error): string {
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return places
    .slice(0, 12)
    .map((line) => line.trim())
    .join('\n');
}

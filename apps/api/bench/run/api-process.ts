import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { BenchRun } from '../bench.ts';
import { startProcess } from './processes.ts';

/** How to start the product's own server. */
export interface ApiSpec {
  readonly what: string;
  readonly databaseUrl: string;
  /** For its log and its persisted operations. */
  readonly folder: string;
  /** Documents that it may be sent by hash. */
  readonly operations: readonly string[];
  /** Settings of this bench; they win. */
  readonly env?: Readonly<Record<string, string>>;
}

const START_MS = 60_000;
const POLL_MS = 50;

/** SHA-256 of a document: what a client sends instead of it. */
export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/**
 * Starts the built API as it runs in production, with the role http unless the bench says otherwise: the settings are the
 * defaults but for the rate limit, and it writes its log lines. Resolves with its port when it listens.
 */
export async function startApi({ belongings }: BenchRun, spec: ApiSpec): Promise<number> {
  const operationsFile = join(spec.folder, `${spec.what}.operations.json`);
  writeFileSync(
    operationsFile,
    JSON.stringify(Object.fromEntries(spec.operations.map((text) => [hashOf(text), text]))),
  );
  const logFile = join(spec.folder, `${spec.what}.log`);
  const output = openSync(logFile, 'w');
  const child = startProcess(belongings, {
    what: spec.what,
    module: new URL('../../src/main.js', import.meta.url),
    output,
    env: {
      NODE_ENV: 'production',
      DANGOL_ROLE: 'http',
      HOST: '127.0.0.1',
      PORT: '0',
      DATABASE_URL: spec.databaseUrl,
      DATABASE_DIRECT_URL: spec.databaseUrl,
      DANGOL_SECRET_KEYS: `bench:${randomBytes(32).toString('base64')}`,
      PERSISTED_OPERATIONS_FILE: operationsFile,
      FILES_DIR: join(spec.folder, 'files'),
      RATE_LIMIT_PER_MINUTE: '1000000',
      LOG_LEVEL: 'info',
      ...spec.env,
    },
  });
  closeSync(output);
  for (const deadline = Date.now() + START_MS; ; await setTimeout(POLL_MS)) {
    const log = readFileSync(logFile, 'utf8');
    const port = /"address":"http:\/\/127\.0\.0\.1:(\d+)"/.exec(log)?.[1];
    if (port) return Number(port);
    if (child.exitCode !== null || Date.now() > deadline)
      throw new Error(`${spec.what} did not start: ${log.slice(-2_000)}`);
  }
}

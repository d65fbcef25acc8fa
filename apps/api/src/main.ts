import 'reflect-metadata';
import { readEnv, WrongEnvironment } from './config/env.ts';
import { DatabaseUnusable, HarmfulRole } from './platform/database/start-checks.ts';
import { createApp } from './create-app.ts';
import { createLog } from './platform/logging/log.ts';
import type { Log } from './platform/logging/log.ts';

/** A stop that takes longer than this is ended by force: supervisors kill after 30 s anyway. */
const STOP_PATIENCE_MS = 25_000;

/** Starts one process of the API: http, worker or both, as DANGOL_ROLE says. */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLog({ level: env.logLevel });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error) => {
      log.fatal({ err: error }, 'a fault that nobody handled'); // through the log, which leaves the data of errors out
      process.exit(1);
    });
  const app = await createApp({ env, log });
  stopOnSignals(() => app.close(), log);
  await app.listen(env.port, env.host);
  log.info({ role: env.role, address: await app.getUrl() }, 'ready');
}

function stopOnSignals(close: () => Promise<void>, log: Log): void {
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref();
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);
}

main().catch((error: unknown) => {
  const forPeople = [WrongEnvironment, HarmfulRole, DatabaseUnusable].some((kind) => error instanceof kind);
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`${forPeople ? message : stack}\n`);
  process.exit(1);
});

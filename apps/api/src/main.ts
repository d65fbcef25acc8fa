import 'reflect-metadata';
import { readEnv, WrongEnvironment } from './config/env.ts';
import { HarmfulRole } from './platform/database/assert-harmless-role.ts';
import { createApp } from './platform/http/create-app.ts';
import { createLog } from './platform/logging/log.ts';
import type { Log } from './platform/logging/log.ts';

/** A stop that takes longer than this is ended by force: supervisors kill after 30 s anyway. */
const STOP_PATIENCE_MS = 25_000;

/** Starts one process of the API: http, worker or both, as DANGOL_ROLE says. */
async function main(): Promise<void> {
  const env = readEnv();
  const log = createLog({ level: env.logLevel });
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
  const forPeople = error instanceof WrongEnvironment || error instanceof HarmfulRole;
  process.stderr.write(`${forPeople ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exit(1);
});

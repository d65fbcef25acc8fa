import { setInterval } from 'node:timers/promises';

const LOOK_MS = 10;

/** Resolves when `condition` is true: for what happens in a worker or another process. The test's timeout ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for await (const _tick of setInterval(LOOK_MS)) if (await condition()) return;
}

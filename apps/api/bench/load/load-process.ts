import type { Belongings } from '../run/belongings.ts';
import { nextMessage, startProcess } from '../run/processes.ts';
import type { LoadOrder, LoadReport } from './load.protocol.ts';

/** Puts load on servers, from a process of its own so that it and the servers do not wait for each other's JavaScript. */
export type PutLoad = (order: LoadOrder) => Promise<LoadReport>;

/** Starts the load process. A round with a bad answer throws: what it measured is not what was meant. */
export function startLoadProcess(belongings: Belongings): PutLoad {
  const what = 'the load process';
  const child = startProcess(belongings, { what, module: new URL('./load.main.js', import.meta.url) });
  return async (order) => {
    child.send(order);
    const report = await nextMessage<LoadReport>(child, what);
    if (report.failures.length > 0)
      throw new Error(`${report.failures.length} answers were wrong, for instance: ${report.failures[0]}`);
    return report;
  };
}

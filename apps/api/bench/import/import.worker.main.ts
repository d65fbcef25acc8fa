import 'reflect-metadata';
import { newId, type TenantContext } from '@dangol/db';
import { createReadStream } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { readEnv } from '../../src/config/env.ts';
import { createApp } from '../../src/create-app.ts';
import { ImportSteps } from '../../src/imports/import-steps.ts';
import { ReceiveImportUseCase } from '../../src/imports/receive-import.use-case.ts';
import { StartImportUseCase } from '../../src/imports/start-import.use-case.ts';
import type { RequestContext } from '../../src/platform/context/request-context.ts';
import { createLog } from '../../src/platform/logging/log.ts';
import type { ImportOrder, ImportReport } from './import.protocol.ts';

const LOOK_MS = 20;

/** The product's own worker, in a process of its own so that its memory is its own. */
const env = readEnv();
const app = await createApp({ env, log: createLog({ level: env.logLevel }) });

process.on('message', (order: ImportOrder) => {
  void bringIn(order).then((report) => process.send?.(report));
});
process.send?.('ready');

async function bringIn({ workspaceId, file }: ImportOrder): Promise<ImportReport> {
  const ctx = callerOf(workspaceId);
  const id = newId();
  const sent = performance.now();
  await app
    .get(ReceiveImportUseCase, { strict: false })
    .execute(ctx, { id, name: 'orders.csv', kind: 'orders', source: 'spreadsheet', content: createReadStream(file) });
  await statusOf(ctx, id, 'checked');
  const started = performance.now();
  await app.get(StartImportUseCase, { strict: false }).run(ctx, id);
  const { status, createdRows } = await statusOf(ctx, id, 'done');
  return {
    status,
    createdRows,
    checkMs: started - sent,
    runMs: performance.now() - started,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

async function statusOf(ctx: TenantContext, id: string, wanted: string) {
  for (;;) {
    const found = await app.get(ImportSteps, { strict: false }).find(ctx, id);
    if (!found) throw new Error('the import is gone');
    if ([wanted, 'failed', 'mapping'].includes(found.status)) return found;
    await setTimeout(LOOK_MS);
  }
}

function callerOf(workspaceId: string): RequestContext {
  return {
    workspaceId,
    actor: { kind: 'system', id: null },
    requestId: 'bench',
    ip: '127.0.0.1',
    userAgent: '',
    account: null,
    member: null,
    permissions: new Set(['import:run']),
    ownRecordsOnly: false,
    memberships: [],
    tokenHash: null,
  };
}

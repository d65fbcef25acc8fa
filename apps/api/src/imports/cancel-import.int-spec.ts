import { isRefused } from '@dangol/db';
import { seedTwoWorkspaces } from '@dangol/db/testing';
import { jest } from '@jest/globals';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { FollowImported } from './follow-imported.ts';
import { ImportDriver } from './imported-file.fixture.ts';
import { ImportsModule } from './index.ts';
import { StartImportUseCase } from './start-import.use-case.ts';
import { UndoImportUseCase } from './undo-import.use-case.ts';

let wired: WiredFeatures;
let driver: ImportDriver;
beforeAll(async () => {
  wired = await wireFeatures('2026-06-15T10:00:00Z', [ImportsModule]);
  driver = new ImportDriver(wired, memberContext((await seedTwoWorkspaces(wired.db)).a));
});
afterAll(() => wired.close());

const orderCounts = () =>
  wired.db.unitOfWork.run(driver.ctx, () =>
    wired.db.database.query<{ n: number }>(
      driver.ctx,
      `select b.order_count as n from buyers b join buyer_identities i on i.workspace_id = $1 and i.buyer_id = b.id
       where b.workspace_id = $1 and i.external_id = 'CX'`,
      [driver.ctx.workspaceId],
    ),
  );

test('an interrupted run that is given up ends like one that was stopped: what is in counts for its buyers', async () => {
  const content = 'order id,buyer id,order date,total,currency\nC-1,CX,2026-01-05,10,USD';
  const id = await driver.send({ content, kind: 'orders' });
  const start = wired.get(StartImportUseCase);
  await start.run(driver.ctx, id);
  const broken = jest.spyOn(wired.get(FollowImported), 'execute').mockRejectedValue(new Error('no line'));
  for (let attempt = 0; attempt < 4; attempt += 1) await expect(driver.work(id)).rejects.toThrow('no line');
  broken.mockRestore();
  expect(await driver.read(id)).toMatchObject({ status: 'failed', problemCode: 'INTERRUPTED', createdRows: 1 });
  expect(await orderCounts()).toEqual([{ n: 0 }]);
  expect(isRefused(await start.cancel(driver.ctx, id))).toBe(false);
  await driver.work(id);
  expect(await driver.read(id)).toMatchObject({ status: 'cancelled', problemCode: null, createdRows: 1 });
  expect(await orderCounts()).toEqual([{ n: 1 }]);
  expect(isRefused(await wired.get(UndoImportUseCase).execute(driver.ctx, id))).toBe(false);
  await driver.work(id);
  expect((await driver.read(id)).status).toBe('undone');
  expect(await orderCounts()).toEqual([]);
});

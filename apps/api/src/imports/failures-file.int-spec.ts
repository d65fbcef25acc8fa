import { seedTwoWorkspaces } from '@dangol/db/testing';
import { parse } from 'csv-parse/sync';
import { text } from 'node:stream/consumers';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { EditRowsUseCase } from './edit-rows.use-case.ts';
import { FailuresFile } from './failures-file.ts';
import { ImportDriver } from './imported-file.fixture.ts';
import { ImportsModule } from './index.ts';

let wired: WiredFeatures;
beforeAll(async () => {
  wired = await wireFeatures('2026-06-15T10:00:00Z', [ImportsModule]);
});
afterAll(() => wired.close());

test('every row that did not come in is in the file, also beyond those that are kept; one left out or mended is not', async () => {
  const { a } = await seedTwoWorkspaces(wired.db);
  const driver = new ImportDriver(wired, memberContext(a));
  const bad = Array.from({ length: 10_050 }, (_, n) => `F${n},=Name ${n},no-address`);
  const id = await driver.send({ content: ['buyer id,name,email', ...bad].join('\n'), kind: 'buyers' });
  expect(await driver.read(id)).toMatchObject({ status: 'checked', badRows: 10_050 });
  const failures = async () => {
    const { content } = await wired.get(FailuresFile).open(driver.ctx, id, 'en');
    return parse<Record<string, string>>(await text(content), { bom: true, columns: true });
  };
  expect(await failures()).toHaveLength(10_050);
  await wired.get(EditRowsUseCase).leaveOut(driver.ctx, id, [2]);
  await wired.get(EditRowsUseCase).correct(driver.ctx, id, 4, ['F2', 'Name 2', 'two@buyer.com']);
  const rows = await failures();
  expect(rows).toHaveLength(10_048);
  expect(rows[0]).toMatchObject({ 'buyer id': 'F1', name: "'=Name 1", email: 'no-address' });
  expect(rows.at(-1)).toMatchObject({ 'buyer id': 'F10049' });
  expect(rows.some((row) => row['buyer id'] === 'F0' || row['buyer id'] === 'F2')).toBe(false);
});

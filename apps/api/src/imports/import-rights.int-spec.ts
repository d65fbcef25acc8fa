import { TenantDatabase, isRefused } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import type { RequestContext } from '../platform/context/request-context.ts';
import type { Permission } from '../platform/permissions/permissions.ts';
import { memberContext } from '../testing/member-context.ts';
import { wireFeatures, type WiredFeatures } from '../testing/wired-features.ts';
import { ChangeImportUseCase } from './change-import.use-case.ts';
import { EditRowsUseCase } from './edit-rows.use-case.ts';
import { FailuresFile } from './failures-file.ts';
import { ImportPartsResolver } from './import-parts.resolver.ts';
import { ImportDriver } from './imported-file.fixture.ts';
import { queryImport } from './imports.query.ts';
import { ImportsModule } from './index.ts';
import { StartImportUseCase } from './start-import.use-case.ts';

const READS: readonly Permission[] = ['import:run', 'buyer:read', 'money:read', 'contact:read'];
const FILE = ['buyer id,name,email', 'P1,Private,secret@buyer.com', 'P2,Bad,not-an-address'].join('\n');

let wired: WiredFeatures;
let a: SeededWorkspace;
beforeAll(async () => {
  wired = await wireFeatures('2026-06-15T10:00:00Z', [ImportsModule]);
  ({ a } = await seedTwoWorkspaces(wired.db));
});
afterAll(() => wired.close());

const another = (...permissions: Permission[]): RequestContext => memberContext(a, 'viewer', permissions);

/** Everything of an import that could show a cell of its file. */
async function shown(ctx: RequestContext, id: string) {
  const found = await queryImport(wired.get(TenantDatabase), ctx, id);
  const parts = wired.get(ImportPartsResolver);
  const rows = await parts.rows(ctx, found!, { first: 50 });
  const file = await wired
    .get(FailuresFile)
    .open(ctx, id, 'en')
    .catch((error: Error) => error);
  return {
    samples: found!.columns.flatMap(({ samples }) => samples).length,
    rows: [rows.edges.length, rows.totalCount],
    examples: (await parts.preview(ctx, found!)).examples.length,
    failuresPath: found!.failuresPath !== null,
    file: file instanceof Error ? file.message : 'given',
    badRows: found!.badRows,
  };
}

test('what a file holds is for its sender, and for those who may see amounts and addresses', async () => {
  const driver = new ImportDriver(wired, memberContext(a));
  const first = await driver.send({ content: FILE, kind: 'buyers' });
  await wired.get(StartImportUseCase).run(driver.ctx, first);
  await driver.work(first);
  const id = await driver.send({ content: FILE, kind: 'buyers' });
  const all = { samples: 6, rows: [1, 1], examples: 1, failuresPath: true, file: 'given', badRows: 1 };
  const none = { samples: 0, rows: [0, 0], examples: 0, failuresPath: false, file: 'There is no such import' };
  expect(await shown(driver.ctx, id)).toEqual(all);
  expect(await shown({ ...driver.ctx, permissions: new Set(['import:run', 'buyer:read']) }, id)).toEqual(all);
  expect(await shown(another(...READS), id)).toEqual(all);
  for (const missing of ['money:read', 'contact:read'] as const) {
    const ctx = another(...READS.filter((one) => one !== missing), 'buyer:write');
    expect(await shown(ctx, id)).toEqual({ ...none, badRows: 1 });
    const { revision } = await driver.read(id);
    for (const outcome of [
      await wired.get(EditRowsUseCase).correct(ctx, id, 3, ['P2', 'Bad', '']),
      await wired.get(EditRowsUseCase).leaveOut(ctx, id, [3]),
      await wired.get(ChangeImportUseCase).execute(ctx, id, revision, { known: 'skip' }),
      await wired.get(StartImportUseCase).run(ctx, id),
    ])
      expect(isRefused(outcome) && outcome.refusal.code).toBe('NOT_FOUND');
  }
  expect((await driver.read(id)).status).toBe('checked');
});

test('a file is run by those who could write by hand what it writes', async () => {
  const driver = new ImportDriver(wired, memberContext(a));
  const start = wired.get(StartImportUseCase);
  for (const [kind, content, needed] of [
    ['buyers', FILE, 'buyer:write'],
    ['contacts', 'buyer id,contact name,email\nP1,Anna,anna@buyer.com', 'buyer:write'],
    ['products', 'code,name_en,name_ko\nMW-1,Cup,컵', 'product:write'],
    ['knowledge', 'code,title,questions,answer\nMW-FAQ,Peru,Do you ship to Peru?,Yes.', 'knowledge:write'],
  ] as const) {
    const id = await driver.send({ content, kind });
    expect((await driver.read(id)).status).toBe('checked');
    await expect(start.run(another(...READS), id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect((await driver.read(id)).status).toBe('checked');
    expect(isRefused(await start.run(another(...READS, needed), id))).toBe(false);
    await driver.work(id);
    expect((await driver.read(id)).status).toBe('done');
  }
});

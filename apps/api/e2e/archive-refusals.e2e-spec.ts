import { createHash } from 'node:crypto';
import { EventLog, IdentityStore, newId, UnitOfWork } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { PERMISSIONS } from '../src/platform/permissions/permissions.ts';
import { READINESS, bringIn, download, emptyWorkspace, zipOf, type Manifest } from './harness/archives.ts';
import { ok, openSession, startTestApp, type TestApp, type TestWorkspace } from './harness/index.ts';
import { unzip } from './harness/read-workbook.ts';

let app: TestApp;
let a: SeededWorkspace;
let owner: { cookie: string; workspace: string };

beforeAll(async () => {
  app = await startTestApp();
  const get = app.app.get.bind(app.app);
  ({ a } = await seedTwoWorkspaces({
    unitOfWork: get(UnitOfWork),
    identity: get(IdentityStore),
    events: get(EventLog),
  }));
  await app.sql(`update roles set permissions = $1 where key = 'owner'`, [PERMISSIONS]);
  await app.sql(`update buyers set name = '한국' where workspace_id = $1`, [a.workspaceId]);
  owner = { cookie: await openSession(app, a.ownerAccountId), workspace: a.slug };
});
afterAll(() => app.stop());

describe('a file that is none of ours is refused, and nothing of it comes in', () => {
  let into: TestWorkspace;
  let good: Buffer;
  beforeAll(async () => {
    [into, good] = [await emptyWorkspace(app), await download(app, owner)];
  });

  /** The archive again, with its parts changed by hand. */
  async function changed(
    change: (parts: Map<string, string>, manifest: Record<string, unknown>) => void,
  ): Promise<Buffer> {
    const parts = await unzip(good);
    const manifest = JSON.parse(parts.get('manifest.json')!) as Record<string, unknown>;
    change(parts, manifest);
    if (parts.has('manifest.json')) parts.set('manifest.json', JSON.stringify(manifest));
    return zipOf(parts);
  }
  const replaceTable = (name: string, text: (before: string) => string) =>
    changed((parts, manifest) => {
      const file = `tables/${name}.csv`;
      const content = text(parts.get(file)!);
      parts.set(file, content);
      const table = (manifest['tables'] as Manifest['tables'] & { bytes: number }[]).find((one) => one.name === name)!;
      Object.assign(table, {
        bytes: Buffer.byteLength(content),
        sha256: createHash('sha256').update(content).digest('hex'),
      });
    });

  it.each<[string, string, () => Promise<Buffer>]>([
    ['no zip', 'NOT_A_ZIP', async () => Buffer.from('name,company')],
    ['half a zip', 'NOT_A_ZIP', async () => good.subarray(0, good.length / 2)],
    ['a zip of something else', 'NOT_AN_ARCHIVE', async () => zipOf(new Map([['photo.jpg', 'x']]))],
    [
      'a later format',
      'UNKNOWN_FORMAT',
      () => changed((_parts, manifest) => void (manifest['format'] = 'dangol-workspace/2')),
    ],
    ['an entry too many', 'FOREIGN_CONTENT', () => changed((parts) => void parts.set('tables/evil.txt', 'root'))],
    [
      'a table changed by hand',
      'DAMAGED',
      () =>
        changed(
          (parts) => void parts.set('tables/buyers.csv', parts.get('tables/buyers.csv')!.replace('한국', '중국')),
        ),
    ],
    ['a table taken away', 'DAMAGED', () => changed((parts) => void parts.delete('tables/orders.csv'))],
    [
      'a table that is none of ours',
      'FOREIGN_CONTENT',
      () =>
        changed(
          (_parts, manifest) =>
            void Object.assign((manifest['tables'] as object[])[0]!, {
              name: 'pg_authid',
              file: 'tables/pg_authid.csv',
            }),
        ),
    ],
    [
      'a value that does not fit',
      'BROKEN',
      () =>
        replaceTable('buyers', (text) =>
          text.replace(/,(new|qualified|sampling|quoted|first_order|repeat|dormant),/, ',nowhere,'),
        ),
    ],
    [
      'a row that points at nothing',
      'BROKEN',
      () => replaceTable('buyer_tags', (text) => text.replaceAll(a.buyerId, newId())),
    ],
    [
      'an id that is none',
      'BROKEN',
      () => replaceTable('members', (text) => text.replaceAll(a.ownerId, '(([a-z]|.)+)+$')),
    ],
    [
      'a manifest that is too long to be read',
      'TOO_LARGE',
      () => changed((_parts, manifest) => void (manifest['padding'] = ' '.repeat(32 * 1024 ** 2))),
    ],
    [
      'a bomb',
      'TOO_LARGE',
      () =>
        changed((parts, manifest) => {
          const content = 'id\n'.repeat(40_000_000);
          parts.set('tables/tags.csv', content);
          Object.assign(
            (manifest['tables'] as Manifest['tables']).find((one) => one.name === 'tags')!,
            { bytes: content.length },
          );
        }),
    ],
  ])('%s: %s', async (_what, problemCode, make) => {
    const zip = await make();
    expect(await bringIn(app, into, zip)).toMatchObject({ status: 'FAILED', problemCode });
    const left = await ok<{ archiveReadiness: { inTheWay: unknown[] } }>(app, into.owner, READINESS);
    expect(left.archiveReadiness.inTheWay).toEqual([]);
    const [files] = await app.sql<{ n: number }>(`select count(*)::int as n from members where workspace_id = $1`, [
      into.workspaceId,
    ]);
    expect(files!.n).toBe(1);
  });

  it('after all of them the workspace takes the right one', async () => {
    expect(await bringIn(app, into, good)).toMatchObject({ status: 'DONE' });
  });
});

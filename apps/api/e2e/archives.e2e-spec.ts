import { Readable } from 'node:stream';
import { jest } from '@jest/globals';
import { EventLog, IdentityStore, newId, UnitOfWork } from '@dangol/db';
import { seedTwoWorkspaces, type SeededWorkspace } from '@dangol/db/testing';
import { ImportArchiveJob } from '../src/archives/reading/import-archive.job.ts';
import { FileStore, FileStoreUnavailable, fileKey } from '../src/platform/files/file-store.ts';
import { PERMISSIONS } from '../src/platform/permissions/permissions.ts';
import {
  ARCHIVE,
  READINESS,
  bringIn,
  download,
  emptyWorkspace,
  readArchive,
  upload,
  type ArchiveAnswer,
  type Row,
  type Tables,
} from './harness/archives.ts';
import {
  eventually,
  newMember,
  ok,
  openSession,
  startTestApp,
  type TestApp,
  type TestWorkspace,
} from './harness/index.ts';

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
  // Alarms that have not rung ring where the archive is brought in, and the log says so.
  await app.sql(`update clock_alarms set fired_at = at`, []);
  await app.sql(`update buyers set name = $2, company = '' where workspace_id = $1`, [
    a.workspaceId,
    '=1+1, "한국"\r\n단골',
  ]);
  for (const { id, kind } of await app.sql<{ id: string; kind: 'attachments' | 'imports' }>(
    `select id, 'attachments' as kind from attachments where workspace_id = $1
     union all select id, 'imports' from imports where workspace_id = $1 and content_at is not null`,
    [a.workspaceId],
  ))
    await app.app
      .get(FileStore)
      .put(fileKey(a.workspaceId, kind, id), Readable.from([Buffer.from(`content of ${id}`)]), { maxBytes: 1_000 });
  owner = { cookie: await openSession(app, a.ownerAccountId), workspace: a.slug };
});
afterAll(() => app.stop());

it('holds every table and every column of a workspace, but for secrets, each with its meaning', async () => {
  const { parts, manifest, tables } = await readArchive(await download(app, owner));
  const columns = await app.sql<{ table: string; name: string }>(
    `select c.table_name as table, c.column_name as name from information_schema.columns c
     where c.table_schema = 'public' and (c.table_name = 'workspaces'
       or exists (select from information_schema.columns w where w.table_schema = 'public' and w.table_name = c.table_name and w.column_name = 'workspace_id'))
     order by 1, 2`,
  );
  const left = columns
    .filter(
      ({ table, name }) =>
        !manifest.tables.find((one) => one.name === table)?.columns.some((column) => column.name === name),
    )
    .map(({ table, name }) => `${table}.${name}`)
    .filter((name) => !name.startsWith('archive_imports.'));
  expect(left).toEqual([
    'api_keys.token_hash',
    'attachments.content',
    'buyers.search_text',
    'channels.mail_password',
    'channels.signing_secret',
    'invitations.token_hash',
    'members.account_id',
    'products.search_text',
    'upload_links.token_hash',
    'workspaces.last_event_position',
  ]);
  const undescribed = manifest.tables.flatMap(({ name, columns: found }) =>
    found.filter(({ meaning }) => meaning === '').map((column) => `${name}.${column.name}`),
  );
  expect(undescribed).toEqual([]);
  for (const { name, rows } of manifest.tables) {
    expect([name, tables.get(name)?.length]).toEqual([name, rows]);
    expect([name, rows > 0]).toEqual([name, true]); // the seed fills every table, so that the round trip below proves something
  }
  expect(tables.get('buyers')?.[0]).toMatchObject({ name: '=1+1, "한국"\r\n단골', company: '' });
  expect(parts.get('README.txt')).toContain('NULL');
  expect(manifest.missingFiles).toEqual([]);
  expect(manifest.files.length).toBeGreaterThan(0);
  const whole = [...parts.values()].join('\n');
  for (const secret of [a.tokens.apiKey, a.tokens.invitation, 'token_hash,', 'signing_secret,', 'argon2'])
    expect(whole).not.toContain(secret);
});

it('out, into an empty workspace, and out again: the same', async () => {
  const first = await download(app, owner);
  const into = await emptyWorkspace(app, a.ownerEmail);
  const [before] = await app.sql<{ n: string }>(`select count(*) as n from events where workspace_id = $1`, [
    into.workspaceId,
  ]);
  const done = await bringIn(app, into, first);
  expect(done).toMatchObject({ status: 'DONE', problemCode: null });
  expect(done.doneRows).toBe(done.totalRows);

  const [one, two] = [await readArchive(first), await readArchive(await download(app, into.owner))];
  const theirs = sameIds(two.tables, await mapping(one.tables, into));
  const expected = comparable(one.tables, 0);
  const found = comparable(theirs, Number(before!.n));
  for (const [table, rows] of expected) expect([table, found.get(table)]).toEqual([table, rows]);
  expect([...found.keys()]).toEqual([...expected.keys()]);
  expect(two.manifest.files.map(({ path, sha256 }) => [path, sha256])).toEqual(
    one.manifest.files.map(({ path, sha256 }) => [path, sha256]),
  );
  expect(
    (
      await app.sql(`select status, account_id from members where workspace_id = $1 and email = $2`, [
        into.workspaceId,
        a.viewerEmail,
      ])
    )[0],
  ).toMatchObject({
    status: 'removed',
  });
  const positions = await app.sql<{ whole: boolean; last: boolean }>(
    `select count(*) = max(position) and min(position) = 1 as whole, max(position) = (select last_event_position from workspaces w where w.id = $1) as last
     from events where workspace_id = $1`,
    [into.workspaceId],
  );
  expect(positions).toEqual([{ whole: true, last: true }]);
  const channels = await app.sql<{ status: string }>(`select distinct status from channels where workspace_id = $1`, [
    into.workspaceId,
  ]);
  expect(channels).toEqual([{ status: 'paused' }]);
  // a second one is refused, and told what is in the way
  const again = await upload(app, into.owner, newId(), first);
  expect([again.status, ((await again.json()) as { error: { code: string; there: unknown[] } }).error.code]).toEqual([
    409,
    'CONFLICT',
  ]);
  const readiness = await ok<{ archiveReadiness: { inTheWay: { table: string }[] } }>(app, into.owner, READINESS);
  expect(readiness.archiveReadiness.inTheWay).toContainEqual({
    table: 'buyers',
    rows: one.tables.get('buyers')!.length,
  });
});

it('is for those who may take everything out, and repeats change nothing', async () => {
  const into = await emptyWorkspace(app);
  const zip = await download(app, owner);
  const id = newId();
  expect((await upload(app, { ...into.owner, cookie: 'none' }, id, zip)).status).toBe(401);
  const manager = await newMember(app, into, 'manager');
  expect((await upload(app, manager, id, zip)).status).toBe(403);
  expect(
    (await fetch(`${app.url}/exports/workspace.zip?workspace=${into.slug}`, { headers: { cookie: manager.cookie } }))
      .status,
  ).toBe(403);
  const check = await fetch(`${app.url}/exports/workspace.zip?workspace=${into.slug}&check=true`, {
    headers: { cookie: into.owner.cookie },
  });
  expect(await check.json()).toEqual({ ok: true });
  expect((await upload(app, into.owner, id, zip)).status).toBe(201);
  expect((await upload(app, into.owner, id, zip)).status).toBe(200);
  await eventually(
    () => ok<ArchiveAnswer>(app, into.owner, ARCHIVE, { id }),
    ({ archiveImport }) => archiveImport?.status === 'DONE',
  );
  const other = await ok<ArchiveAnswer>(app, owner, ARCHIVE, { id });
  expect(other.archiveImport).toBeNull();
});

describe('an archive and its zip', () => {
  const files = () => app.app.get(FileStore);
  const isKept = (workspaceId: string, kind: 'attachments' | 'archives', id: string): Promise<boolean> =>
    files()
      .open(fileKey(workspaceId, kind, id))
      .then(
        (content) => Boolean(content.destroy()),
        () => false,
      );
  const stateOf = async (id: string) =>
    (
      await app.sql<{ status: string; problem_code: string | null }>(
        `select status, problem_code from archive_imports where id = $1`,
        [id],
      )
    )[0];
  /** A row as if it had been taken, with its zip. */
  async function taken(into: TestWorkspace, zip: Buffer, status = 'reading'): Promise<string> {
    const id = newId();
    await app.sql(
      `insert into archive_imports (workspace_id, id, file_name, size_bytes, status, created_at) values ($1, $2, 'x.zip', $3, $4, now())`,
      [into.workspaceId, id, zip.length, status],
    );
    await files().put(fileKey(into.workspaceId, 'archives', id), Readable.from([zip]), { maxBytes: zip.length });
    return id;
  }
  const run = (into: TestWorkspace, id: string) =>
    app.app
      .get(ImportArchiveJob)
      .run({ workspaceId: into.workspaceId, id }, { id: '1', attempt: 25, lastAttempt: true });

  it('of two that come at once one is taken; a late one fails and leaves the files of the other alone', async () => {
    const into = await emptyWorkspace(app);
    const zip = await download(app, owner);
    const ids = [newId(), newId()];
    const sent = await Promise.all(ids.map((id) => upload(app, into.owner, id, zip)));
    expect(sent.map(({ status }) => status).sort()).toEqual([201, 409]);
    const [won, lost] = sent[0]!.status === 201 ? ids : ids.toReversed();
    await eventually(
      () => stateOf(won!),
      (row) => row?.status === 'done',
    );
    expect([await stateOf(lost!), await isKept(into.workspaceId, 'archives', lost!)]).toEqual([undefined, false]);
    const late = await taken(into, zip);
    await run(into, late);
    expect(await stateOf(late)).toEqual({ status: 'failed', problem_code: 'WORKSPACE_NOT_EMPTY' });
    const { manifest } = await readArchive(zip);
    const attached = manifest.files.map(({ path }) => path.split('/')).filter(([, kind]) => kind === 'attachments');
    expect(attached.length).toBeGreaterThan(0);
    for (const [, , id] of attached)
      expect([id, await isKept(into.workspaceId, 'attachments', id!)]).toEqual([id, true]);
    expect(await isKept(into.workspaceId, 'archives', late)).toBe(false);
  });

  it('do not outlive each other: the zip goes when the import has ended, however it did', async () => {
    const into = await emptyWorkspace(app);
    const zip = Buffer.from('no zip');
    const ended = await taken(into, zip, 'done'); // the process died before it took the zip away
    await run(into, ended);
    const died = await taken(into, zip, 'running'); // and here in the midst of every run
    await app.app.get(ImportArchiveJob).givenUp({ workspaceId: into.workspaceId, id: died });
    const broken = await taken(into, zip);
    const open = jest.spyOn(files(), 'open').mockRejectedValue(new FileStoreUnavailable(null));
    await expect(run(into, broken)).rejects.toThrow('does not answer');
    open.mockRestore();
    expect([await stateOf(ended), await stateOf(died)]).toMatchObject([
      { status: 'done' },
      { status: 'failed', problem_code: 'INTERRUPTED' },
    ]);
    expect(await stateOf(broken)).toEqual({ status: 'failed', problem_code: 'INTERRUPTED' });
    for (const id of [ended, died, broken]) expect(await isKept(into.workspaceId, 'archives', id)).toBe(false);
  });
});

/** Ids that stand for others in the second workspace. */
async function mapping(first: Tables, into: TestWorkspace): Promise<Map<string, string>> {
  const ids = new Map([[into.workspaceId, a.workspaceId]]);
  const members = await app.sql<{ id: string; email: string }>(
    `select id, email from members where workspace_id = $1`,
    [into.workspaceId],
  );
  for (const { id, email } of members) {
    const same = first.get('members')?.find((member) => member['email'] === email);
    if (same) ids.set(id, same['id']!);
  }
  for (const { id, key } of await app.sql<{ id: string; key: string }>(
    `select id, key from roles where workspace_id = $1`,
    [into.workspaceId],
  )) {
    const same = first.get('roles')?.find((role) => role['key'] === key);
    if (same) ids.set(id, same['id']!);
  }
  return ids;
}

function sameIds(tables: Tables, ids: ReadonlyMap<string, string>): Tables {
  const pattern = new RegExp([...ids.keys()].join('|'), 'g');
  const text = JSON.stringify([...tables]).replace(pattern, (id) => ids.get(id)!);
  return new Map(JSON.parse(text) as [string, Row[]][]);
}

/** Rows by id without what an archive is known to change. */
function comparable(tables: Tables, eventsBefore: number): Tables {
  const changed: Record<string, string[]> = {
    workspaces: ['slug', 'created_at'],
    members: ['status', 'role_id', 'name', 'created_at'],
    channels: ['status'],
    invitations: ['revoked_at'],
    api_keys: ['revoked_at'],
    upload_links: ['revoked_at'],
    roles: ['created_at'],
    imports: ['status'],
  };
  const own = new Set(['export.made', 'archive.imported', 'workspace.created']);
  return new Map(
    [...tables].map(([name, rows]) => {
      const kept = rows
        .filter((row) => name !== 'events' || !own.has(row['verb']!))
        .filter((row) => name !== 'roles' || ['owner', 'viewer'].includes(row['key']!))
        .map((row) => Object.fromEntries(Object.entries(row).filter(([column]) => !changed[name]?.includes(column))))
        .map((row) => (name === 'events' ? { ...row, position: String(Number(row['position']) - eventsBefore) } : row))
        .map((row) => (name === 'roles' && row['key'] === 'owner' ? { ...row, permissions: null } : row));
      return [name, kept.toSorted((left, right) => (left['id']! < right['id']! ? -1 : 1))] as const;
    }),
  );
}

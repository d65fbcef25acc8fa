import { createHash } from 'node:crypto';
import { newId } from '../ids.ts';
import { MembersRepository } from '../repositories/index.ts';
import { createTestDatabase, type SeededWorkspace, seedTwoWorkspaces, type TestDatabase } from '../testing/index.ts';

let db: TestDatabase;
let a: SeededWorkspace;
let b: SeededWorkspace;
const now = new Date('2026-03-02T09:00:00Z');
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const hash = (text: string) => createHash('sha256').update(text).digest();

beforeAll(async () => {
  db = await createTestDatabase();
  ({ a, b } = await seedTwoWorkspaces(db));
});
afterAll(() => db.drop());

const open = async (accountId: string, token: string, hours = 1) =>
  db.identity.openSession({
    id: newId(),
    accountId,
    tokenHash: hash(token),
    userAgent: 'test',
    now,
    expiresAt: inHours(hours),
  });
const account = (email: string) => ({ id: newId(), email, name: 'Kim', passwordHash: 'hash', language: 'ko', now });

describe('accounts', () => {
  test('are made once per e-mail, whatever its case', async () => {
    const kim = account('Kim@Example.com');
    expect(await db.identity.createAccount(kim)).toBe(true);
    expect(await db.identity.createAccount(account('kim@example.COM'))).toBe(false);
    expect(await db.identity.findCredentials('KIM@example.com')).toEqual({ accountId: kim.id, passwordHash: 'hash' });
    expect(await db.identity.findCredentials('nobody@example.com')).toBeNull();
  });

  test('made inside a unit are undone with it', async () => {
    const unit = db.unitOfWork.run(a, async () => {
      expect(await db.identity.createAccount(account('undone@example.com'))).toBe(true);
      throw new Error('undo');
    });
    await expect(unit).rejects.toThrow('undo');
    expect(await db.identity.findCredentials('undone@example.com')).toBeNull();
  });
});

describe('sessions', () => {
  test('are found by the hash of their token, with the account and its memberships', async () => {
    await open(a.ownerAccountId, 'one');
    await db.identity.changePreferences(a.ownerAccountId, { language: 'ko', textSize: 18 });
    expect(await db.identity.findSession(hash('one'), now)).toEqual({
      sessionId: expect.any(String),
      accountId: a.ownerAccountId,
      email: a.ownerEmail,
      name: 'owner',
      language: 'ko',
      textSize: 18,
      expiresAt: inHours(1),
      memberships: [
        {
          workspaceId: a.workspaceId,
          slug: a.slug,
          workspaceName: a.slug,
          memberId: a.ownerId,
          memberName: 'owner',
          role: 'owner',
          permissions: expect.arrayContaining(['inbox:reply']),
          ownRecordsOnly: false,
        },
      ],
    });
    expect(await db.identity.findSession(hash('another'), now)).toBeNull();
  });

  test('list every active workspace of the account and no removed one', async () => {
    const members = new MembersRepository(db.unitOfWork);
    const id = newId();
    await open(a.viewerAccountId, 'two');
    await db.unitOfWork.run(b, () =>
      members.insert(b, {
        id,
        accountId: a.viewerAccountId,
        roleId: b.roleIds.viewer,
        name: 'guest',
        email: a.viewerEmail,
        createdAt: now,
      }),
    );
    const slugs = async () =>
      (await db.identity.findSession(hash('two'), now))?.memberships.map((membership) => membership.slug).sort();
    expect(await slugs()).toEqual([a.slug, b.slug]);
    await db.unitOfWork.run(b, () => members.update(b, id, { status: 'removed' }));
    expect(await slugs()).toEqual([a.slug]);
  });

  test('end at their hour, to the millisecond', async () => {
    await open(b.ownerAccountId, 'short');
    expect(await db.identity.findSession(hash('short'), new Date(inHours(1).getTime() - 1))).not.toBeNull();
    expect(await db.identity.findSession(hash('short'), inHours(1))).toBeNull();
  });

  test('are closed one by one or all of an account, and of nobody else', async () => {
    const kim = account('closing@example.com');
    await db.identity.createAccount(kim);
    await open(b.viewerAccountId, 'other');
    for (const token of ['x', 'y', 'z']) await open(kim.id, token);
    await db.identity.closeSession(hash('x'));
    expect(await db.identity.findSession(hash('x'), now)).toBeNull();
    expect(await db.identity.findSession(hash('y'), now)).not.toBeNull();
    expect(await db.identity.closeAllSessions(kim.id)).toBe(2);
    expect(await db.identity.findSession(hash('z'), now)).toBeNull();
    expect(await db.identity.findSession(hash('other'), now)).not.toBeNull();
  });

  test('that have expired are forgotten when the account signs in again', async () => {
    const kim = account('again@example.com');
    await db.identity.createAccount(kim);
    await open(kim.id, 'expired', -1);
    await open(kim.id, 'live');
    expect(await db.identity.closeAllSessions(kim.id)).toBe(1);
  });
});

describe('sign-in failures', () => {
  const since = inHours(-1);

  test('are counted per key, from the first one in the window', async () => {
    await db.identity.addSignInFailure(['ip:1', 'mail:k'], now, since);
    await db.identity.addSignInFailure(['ip:1'], inHours(0.1), since);
    const counted = await db.identity.countSignInFailures(['ip:1', 'mail:k', 'ip:2'], since);
    expect(counted.sort((x, y) => x.key.localeCompare(y.key))).toEqual([
      { key: 'ip:1', failures: 2, firstAt: now },
      { key: 'mail:k', failures: 1, firstAt: now },
    ]);
    expect(await db.identity.countSignInFailures(['ip:1'], now)).toEqual([]);
  });

  test('are forgotten when the window has passed, or when they are cleared', async () => {
    await db.identity.addSignInFailure(['ip:3'], now, since);
    await db.identity.addSignInFailure(['ip:3'], inHours(2), inHours(1));
    expect(await db.identity.countSignInFailures(['ip:3'], since)).toEqual([
      { key: 'ip:3', failures: 1, firstAt: inHours(2) },
    ]);
    await db.identity.clearSignInFailures(['ip:3']);
    expect(await db.identity.countSignInFailures(['ip:3'], since)).toEqual([]);
  });

  test('at the same moment are all counted, in whatever order the keys come', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        db.identity.addSignInFailure(index % 2 ? ['ip:4', 'mail:4'] : ['mail:4', 'ip:4'], inHours(2), since),
      ),
    );
    expect((await db.identity.countSignInFailures(['ip:4', 'mail:4'], since)).map((row) => row.failures)).toEqual([
      20, 20,
    ]);
  });
});

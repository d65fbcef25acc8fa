import { newId } from '@dangol/db';
import { ACCEPT, INVITE, OFFER, peopleOf, REVOKE } from './harness/access.ts';
import { codeOf, FixedClock, newWorkspace, ok, startTestApp } from './harness/index.ts';
import type { TestApp } from './harness/index.ts';

const DAY_MS = 86_400_000;
const clock = new FixedClock('2026-03-02T00:00:00Z');
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ clock });
});
afterAll(() => app.stop());

const { one, invite, accept, verbsOf } = peopleOf(() => app);

test('invitations bring a new person in with the role they offer', async () => {
  const workspace = await newWorkspace(app, 'Glow Lab');
  const { token } = await invite(workspace.owner, 'New@Example.com', 'senior_rep');
  expect(await ok(app, null, OFFER, { token })).toEqual({
    invitationOffer: {
      workspaceName: 'Glow Lab',
      email: 'new@example.com',
      role: 'senior_rep',
      accountExists: false,
    },
  });
  const outcome = await accept(token, { language: 'en' });
  expect(outcome).toMatchObject({
    __typename: 'SignedIn',
    viewer: {
      account: { email: 'new@example.com', name: 'New Person' },
      memberships: [{ slug: workspace.slug, role: 'senior_rep' }],
    },
  });
  expect(await verbsOf(workspace)).toEqual(['workspace.created', 'member.invited', 'member.joined']);
  expect(await ok(app, null, OFFER, { token })).toEqual({ invitationOffer: null });
  expect(await accept(token)).toEqual({ __typename: 'InvitationInvalid', code: 'INVITATION_INVALID' });
});

test('a person with an account needs its password, and then belongs to both', async () => {
  const [first, second] = [await newWorkspace(app), await newWorkspace(app)];
  await accept((await invite(first.owner, 'both@example.com')).token);
  const { token } = await invite(second.owner, 'both@example.com', 'viewer');
  expect(await ok(app, null, OFFER, { token })).toMatchObject({ invitationOffer: { accountExists: true } });
  expect(await accept(token, { password: 'another password' })).toEqual({
    __typename: 'InvalidCredentials',
    code: 'INVALID_CREDENTIALS',
  });
  expect(await accept(token, { name: null })).toMatchObject({
    __typename: 'SignedIn',
    viewer: {
      memberships: [
        { slug: first.slug, role: 'rep' },
        { slug: second.slug, role: 'viewer' },
      ],
    },
  });
  await app.sql('delete from identity.sign_in_failures');
});

test('a new person gives a name', async () => {
  const { owner } = await newWorkspace(app);
  const { token } = await invite(owner, 'nameless@example.com');
  expect(await codeOf(app, null, ACCEPT, { input: { token, password: 'correct horse' } })).toBe('BAD_USER_INPUT');
});

test('guessing the password behind an invitation is throttled', async () => {
  const [first, second] = [await newWorkspace(app), await newWorkspace(app)];
  await accept((await invite(first.owner, 'guessed@example.com')).token);
  const { token } = await invite(second.owner, 'guessed@example.com');
  for (let i = 0; i < 5; i += 1) await accept(token, { password: `wrong guess ${i}` });
  expect((await accept(token)).__typename).toBe('TooManyAttempts');
  await app.sql('delete from identity.sign_in_failures');
});

test('invitations end after seven days, when revoked, and when a newer one is made', async () => {
  const workspace = await newWorkspace(app);
  const old = await invite(workspace.owner, 'late@example.com');
  clock.advance(7 * DAY_MS);
  expect((await accept(old.token)).__typename).toBe('InvitationInvalid');
  const [a, b] = [
    await invite(workspace.owner, 'twice@example.com'),
    await invite(workspace.owner, 'twice@example.com'),
  ];
  expect((await accept(a.token)).__typename).toBe('InvitationInvalid');
  expect((await one(workspace.owner, REVOKE, { id: b.id })).__typename).toBe('Invitation');
  expect((await one(workspace.owner, REVOKE, { id: b.id })).__typename).toBe('Invitation');
  expect((await accept(b.token)).__typename).toBe('InvitationInvalid');
  expect(await ok(app, workspace.owner, '{ invitations { id } }')).toEqual({ invitations: [] });
  expect((await verbsOf(workspace)).filter((verb) => verb === 'invitation.revoked')).toHaveLength(1);
});

test('invitations sent again with the same id are one invitation with a fresh link', async () => {
  const { owner } = await newWorkspace(app);
  const id = newId();
  const [first, again] = [
    await invite(owner, 'same@example.com', 'rep', id),
    await invite(owner, 'same@example.com', 'rep', id),
  ];
  expect(await ok(app, owner, '{ invitations { id } }')).toEqual({ invitations: [{ id }] });
  expect((await accept(first.token)).__typename).toBe('InvitationInvalid');
  expect(await codeOf(app, owner, INVITE, { input: { id, email: 'other@example.com', role: 'rep' } })).toBe('CONFLICT');
  expect((await accept(again.token)).__typename).toBe('SignedIn');
});

test('invitations go to nobody who is in already, and offer no unknown role', async () => {
  const workspace = await newWorkspace(app);
  const email = workspace.owner.email;
  expect(await one(workspace.owner, INVITE, { input: { id: newId(), email, role: 'rep' } })).toEqual({
    __typename: 'AlreadyMember',
    code: 'ALREADY_MEMBER',
  });
  expect(await one(workspace.owner, INVITE, { input: { id: newId(), email: 'x@example.com', role: 'king' } })).toEqual({
    __typename: 'NotFound',
    code: 'NOT_FOUND',
  });
});

test('invitations of another workspace cannot be revoked, and nonsense tokens offer nothing', async () => {
  const [mine, theirs] = [await newWorkspace(app), await newWorkspace(app)];
  const { id, token } = await invite(theirs.owner, 'theirs@example.com');
  expect((await one(mine.owner, REVOKE, { id })).__typename).toBe('NotFound');
  expect(await ok(app, null, OFFER, { token })).toMatchObject({ invitationOffer: { email: 'theirs@example.com' } });
  for (const nonsense of ['', 'x', token.slice(0, -1), `${'A'.repeat(22)}${token.slice(22)}`])
    expect(await ok(app, null, OFFER, { token: nonsense })).toEqual({ invitationOffer: null });
});

test('invitations keep no secret and nothing personal in the database or the log of events', async () => {
  const workspace = await newWorkspace(app);
  const { token } = await invite(workspace.owner, 'private@example.com');
  const [row] = await app.sql<{ hash: string }>(
    'select encode(token_hash, $2) as hash from invitations where workspace_id = $1',
    [workspace.workspaceId, 'hex'],
  );
  expect(row?.hash).toMatch(/^[0-9a-f]{64}$/);
  expect(row?.hash).not.toContain(Buffer.from(token).toString('hex'));
  const events = await app.sql('select * from events where workspace_id = $1', [workspace.workspaceId]);
  expect(JSON.stringify(events)).not.toContain('private');
});

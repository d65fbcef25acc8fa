import { IdentityStore, MembersRepository, newId, UnitOfWork } from '@dangol/db';
import { Clock } from '../../src/platform/clock/clock.ts';
import type { DefaultRole } from '../../src/platform/permissions/permissions.ts';
import { SESSION_COOKIE } from '../../src/platform/session/session-cookie.ts';
import { hashToken, newSessionToken } from '../../src/platform/session/tokens.ts';
import { CreateWorkspaceUseCase, Passwords } from '../../src/workspaces/index.ts';
import type { CreatedWorkspace } from '../../src/workspaces/index.ts';
import type { Session } from './graphql.ts';
import type { TestApp } from './test-app.ts';

/** A signed-in member. */
export interface TestMember extends Session {
  readonly cookie: string;
  readonly workspace: string;
  readonly accountId: string;
  readonly memberId: string;
  readonly email: string;
}

/** A workspace with its signed-in owner. */
export interface TestWorkspace extends CreatedWorkspace {
  readonly owner: TestMember;
}

/** Of no password: helpers sign in by opening sessions, because hashing one takes longer than most tests. */
const NO_PASSWORD = '$argon2id$v=19$m=8,t=1,p=1$c2VlZHNlZWQ$AAAAAAAAAAAAAAAAAAAAAA';
/** Long enough for tests that move the clock. */
const SESSION_MS = 365 * 86_400_000;

/** A new workspace whose owner is signed in, made by the production use case. */
export async function newWorkspace(app: TestApp, name = 'Test Company'): Promise<TestWorkspace> {
  const { accountId, email } = await newAccount(app, 'Owner');
  const owner = { accountId, email, name: 'Owner' };
  const created = await app.app.get(CreateWorkspaceUseCase).execute({ name, language: 'en', owner });
  const cookie = await openSession(app, accountId);
  return { ...created, owner: { cookie, accountId, email, memberId: created.ownerId, workspace: created.slug } };
}

/** A further signed-in member of a workspace, with a role. */
export async function newMember(app: TestApp, workspace: TestWorkspace, role: DefaultRole): Promise<TestMember> {
  const { accountId, email } = await newAccount(app, role);
  const memberId = newId();
  const ctx = { workspaceId: workspace.workspaceId, actor: { kind: 'system' as const, id: null } };
  const unitOfWork = app.app.get(UnitOfWork);
  const createdAt = app.app.get(Clock).now();
  const row = { id: memberId, accountId, roleId: workspace.roleIds[role], name: role, email, createdAt };
  await unitOfWork.run(ctx, () => new MembersRepository(unitOfWork).insert(ctx, row));
  return { cookie: await openSession(app, accountId), accountId, memberId, email, workspace: workspace.slug };
}

/** Lets an account sign in with a password. */
export async function givePassword(app: TestApp, accountId: string, password: string): Promise<void> {
  const hash = await app.app.get(Passwords).hash(password);
  await app.sql('update identity.accounts set password_hash = $2 where id = $1', [accountId, hash]);
}

/** Another session of an account; answers its Cookie header. */
export async function openSession(app: TestApp, accountId: string): Promise<string> {
  const token = newSessionToken();
  const now = app.app.get(Clock).now();
  const expiresAt = new Date(now.getTime() + SESSION_MS);
  const session = { id: newId(), accountId, tokenHash: hashToken(token), userAgent: 'test', now, expiresAt };
  await app.app.get(IdentityStore).openSession(session);
  return `${SESSION_COOKIE}=${token}`;
}

async function newAccount(app: TestApp, name: string): Promise<{ accountId: string; email: string }> {
  const accountId = newId();
  const email = `${accountId}@example.com`;
  const now = app.app.get(Clock).now();
  await app.app
    .get(IdentityStore)
    .createAccount({ id: accountId, email, name, passwordHash: NO_PASSWORD, language: 'en', now });
  return { accountId, email };
}

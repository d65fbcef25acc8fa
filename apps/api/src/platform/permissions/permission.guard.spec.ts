import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { RequestContext } from '../context/request-context.ts';
import { Allow } from './allow.decorator.ts';
import { PermissionGuard, refusalFor } from './permission.guard.ts';
import { DEFAULT_ROLES, PERMISSIONS } from './permissions.ts';
import type { Permission } from './permissions.ts';

class Routes {
  undeclared(): void {}
  @Allow('public')
  open(): void {}
  @Allow('member:manage')
  managed(): void {}
}

@Allow('public')
class OpenRoutes {
  plain(): void {}
  @Allow('member:manage')
  managed(): void {}
}

const stranger: RequestContext = {
  requestId: 'r',
  ip: '127.0.0.1',
  userAgent: '',
  workspaceId: '',
  actor: { kind: 'system', id: null },
  account: null,
  member: null,
  permissions: new Set(),
  ownRecordsOnly: false,
  memberships: [],
  tokenHash: null,
};
const account = { id: 'a', email: 'a@example.com', name: 'A', language: 'en' as const, textSize: 16 };
const signedIn: RequestContext = { ...stranger, account };
const owner: RequestContext = { ...signedIn, workspaceId: 'w', permissions: new Set(PERMISSIONS) };
const viewer: RequestContext = { ...signedIn, workspaceId: 'w', permissions: new Set(DEFAULT_ROLES.viewer) };
const apiKey: RequestContext = { ...owner, account: null, actor: { kind: 'api_key', id: 'k' } };

/** What the guard says to a caller of a method of a class. */
function answer(type: typeof Routes | typeof OpenRoutes, method: string, dangol?: RequestContext): string {
  const execution = {
    getType: () => 'http',
    getHandler: () => Object.getOwnPropertyDescriptor(type.prototype, method)?.value,
    getClass: () => type,
    switchToHttp: () => ({ getRequest: () => ({ dangol }) }),
  } as unknown as ExecutionContext;
  try {
    return new PermissionGuard(new Reflector()).canActivate(execution) ? 'allowed' : 'refused';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test('what declares nothing is refused to everybody, owners included', () => {
  for (const caller of [undefined, stranger, owner, apiKey])
    expect(answer(Routes, 'undeclared', caller)).toBe('FORBIDDEN');
});

test('public is open, also without a context', () => {
  expect(answer(Routes, 'open')).toBe('allowed');
  expect(answer(Routes, 'open', stranger)).toBe('allowed');
});

test('a method says more than its class', () => {
  expect(answer(OpenRoutes, 'plain', stranger)).toBe('allowed');
  expect(answer(OpenRoutes, 'managed', stranger)).toBe('UNAUTHENTICATED');
});

test('a permission is asked of the caller, the workspace before it, the session first', () => {
  expect(answer(Routes, 'managed')).toBe('UNAUTHENTICATED');
  expect(answer(Routes, 'managed', stranger)).toBe('UNAUTHENTICATED');
  expect(answer(Routes, 'managed', signedIn)).toBe('WORKSPACE_REQUIRED');
  expect(answer(Routes, 'managed', viewer)).toBe('FORBIDDEN');
  expect(answer(Routes, 'managed', owner)).toBe('allowed');
  expect(answer(Routes, 'managed', apiKey)).toBe('allowed');
});

test('signed-in asks for a person, in any workspace or none', () => {
  expect(refusalFor('signed-in', signedIn)).toBeNull();
  expect(refusalFor('signed-in', stranger)?.code).toBe('UNAUTHENTICATED');
  expect(refusalFor('signed-in', apiKey)?.code).toBe('FORBIDDEN');
});

test('the roles are those of the brief, and nobody but owners makes API keys', () => {
  expect(Object.keys(DEFAULT_ROLES)).toEqual(['owner', 'manager', 'senior_rep', 'rep', 'ops', 'finance', 'viewer']);
  expect(DEFAULT_ROLES.owner).toEqual(PERMISSIONS);
  const mayMakeKeys = Object.entries(DEFAULT_ROLES).filter(([, permissions]) => permissions.includes('api-key:manage'));
  expect(mayMakeKeys.map(([role]) => role)).toEqual(['owner']);
  for (const permission of ['inbox:reply', 'inbox:note', 'buyer:write', 'exception:read', 'member:manage'] as const)
    expect(DEFAULT_ROLES.viewer).not.toContain(permission);
});

test('amounts, addresses and what roles may do are for those whose work needs them', () => {
  const holders = (permission: Permission) =>
    Object.entries(DEFAULT_ROLES)
      .filter(([, permissions]) => permissions.includes(permission))
      .map(([role]) => role);
  expect(holders('role:manage')).toEqual(['owner']);
  for (const permission of [
    'audit:read',
    'note:read-private',
    'buyer:privacy',
    'policy:manage',
    'sample:approve',
  ] as const)
    expect(holders(permission)).toEqual(['owner', 'manager']);
  expect(holders('money:read')).toEqual(['owner', 'manager', 'senior_rep', 'rep', 'finance']);
  expect(holders('contact:read')).toEqual(['owner', 'manager', 'senior_rep', 'rep', 'ops', 'finance']);
  expect(holders('sample:read')).toEqual(Object.keys(DEFAULT_ROLES));
});

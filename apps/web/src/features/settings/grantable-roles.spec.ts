import { grantableRoles } from './grantable-roles.ts';

const roles = [
  { key: 'owner', permissions: ['member:manage', 'api-key:manage'] },
  { key: 'manager', permissions: ['member:manage'] },
  { key: 'viewer', permissions: [] },
];

describe('grantableRoles', () => {
  it('lets an owner give every role', () =>
    expect(grantableRoles(roles, ['member:manage', 'api-key:manage'])).toEqual(['owner', 'manager', 'viewer']));
  it('keeps a manager from making an owner', () =>
    expect(grantableRoles(roles, ['member:manage'])).toEqual(['manager', 'viewer']));
});

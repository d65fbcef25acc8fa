import { groupPermissions } from './permission-groups.ts';

describe('groupPermissions', () => {
  it('keeps the order of the screen, not of the API', () =>
    expect(groupPermissions(['buyer:write', 'inbox:reply', 'inbox:read'])).toEqual([
      ['inbox', ['inbox:read', 'inbox:reply']],
      ['buyers', ['buyer:write']],
    ]));
  it('still shows a permission that is newer than the screen', () =>
    expect(groupPermissions(['order:ship'])).toEqual([['other', ['order:ship']]]));
});

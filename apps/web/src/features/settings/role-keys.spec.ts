import { byTrust } from './role-keys.ts';

describe('byTrust', () => {
  it('puts the owner first and a role of the workspace last', () =>
    expect(['수출 팀장', 'viewer', 'owner', 'rep', 'Agent'].sort(byTrust)).toEqual([
      'owner',
      'rep',
      'viewer',
      'Agent',
      '수출 팀장',
    ]));
});

import { DEFAULT_ASSIGNMENT_RULES as RULES } from './assignment-rules.ts';
import { planConversations, type IntakeConversation } from './plan-conversations.ts';

const member = (id: string, role: string, load = 0, capacity = 2) => ({ id, role, load, capacity });
const of = (id: string, grade: 'A' | 'B' | 'C' | null, more: Partial<IntakeConversation> = {}): IntakeConversation => ({
  id,
  buyerId: `buyer of ${id}`,
  grade,
  ownerId: null,
  ...more,
});
const TEAM = [member('boss', 'owner'), member('s1', 'senior_rep'), member('s2', 'senior_rep'), member('rep', 'rep')];
const given = (conversations: IntakeConversation[], members = TEAM) =>
  planConversations(conversations, members, RULES).map(({ memberId }) => memberId);

describe('new conversations', () => {
  it('go to the owner of their buyer, who is active', () => {
    expect(given([of('1', 'A', { ownerId: 'rep' }), of('2', 'C', { ownerId: 's2' })])).toEqual(['rep', 's2']);
  });

  it('of A buyers go round among the seniors, however full they are', () => {
    expect(given(['1', '2', '3', '4', '5', '6'].map((id) => of(id, 'A')))).toEqual([
      's1',
      's2',
      's1',
      's2',
      's1',
      's2',
    ]);
  });

  it('of B buyers go to seniors only while they have room, then to reps', () => {
    expect(given(['1', '2', '3', '4', '5', '6'].map((id) => of(id, 'B')))).toEqual([
      's1',
      's2',
      's1',
      's2',
      'rep',
      'rep',
    ]);
  });

  it('of C buyers, and of those not graded yet, are the assistant’s first', () => {
    expect(planConversations([of('1', 'C'), of('2', null)], TEAM, RULES)).toMatchObject([
      { memberId: null, cause: 'assistant_first' },
      { memberId: null, cause: 'assistant_first' },
    ]);
  });

  it('of one buyer stay in one hand', () => {
    const same = { buyerId: 'one' };
    expect(given([of('1', 'A', same), of('2', 'A'), of('3', 'A', same)])).toEqual(['s1', 's2', 's1']);
  });

  it('are nobody’s where one person does everything', () => {
    expect(planConversations([of('1', 'A', { ownerId: 'boss' })], [member('boss', 'owner')], RULES)).toMatchObject([
      { memberId: null, cause: 'solo' },
    ]);
  });
});

import { dueState } from './due-state.ts';

const now = new Date('2026-01-12T03:00:00Z');

describe('dueState', () => {
  it.each([
    ['2026-01-12T03:00:00Z', 'overdue'],
    ['2026-01-12T02:59:59Z', 'overdue'],
    ['2026-01-12T03:00:01Z', 'urgent'],
    ['2026-01-12T03:59:59Z', 'urgent'],
    ['2026-01-12T04:00:00Z', 'later'],
  ])('%s is %s', (dueAt, state) => expect(dueState(new Date(dueAt), now)).toBe(state));
});

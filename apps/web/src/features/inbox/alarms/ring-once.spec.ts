import { ringOnce } from './ring-once.ts';

describe('ringOnce', () => {
  it('tells each conversation once, overdue rather than soon, in the order in which they rang', () =>
    expect(
      ringOnce([
        { id: 'a', alarm: 'soon' },
        { id: 'b', alarm: 'overdue' },
        { id: 'a', alarm: 'overdue' },
        { id: 'b', alarm: 'soon' },
      ]),
    ).toEqual([
      { id: 'a', alarm: 'overdue' },
      { id: 'b', alarm: 'overdue' },
    ]));
});

import fc from 'fast-check';
import { id, maybeOneOf, oneOf, someOf, text, urlState } from './url-state.ts';

const inbox = urlState({
  view: oneOf(['WAITING', 'MINE'], 'WAITING'),
  grade: someOf(['A', 'B', 'C']),
  q: text(10),
  channel: id(),
  tab: maybeOneOf(['orders', 'files']),
});
const query = (text: string) => new URLSearchParams(text);

describe('urlState', () => {
  it('reads what is valid', () =>
    expect(inbox.parse(query('view=MINE&grade=C,A&q=%20glass%20&tab=orders'))).toEqual({
      values: { view: 'MINE', grade: ['A', 'C'], q: 'glass', channel: null, tab: 'orders' },
      dropped: [],
    }));

  it('drops what is not valid and names it', () => {
    const { values, dropped } = inbox.parse(query('view=mine&grade=A,Z&q=longer%20than%20ten&channel=1&tab=x'));
    expect(values).toEqual({ view: 'WAITING', grade: [], q: '', channel: null, tab: null });
    expect(dropped).toEqual(['view', 'grade', 'q', 'channel', 'tab']);
  });

  it('leaves the parameters of others alone', () => {
    expect(inbox.parse(query('panel=draft')).dropped).toEqual([]);
    expect(inbox.query(query('panel=draft&view=MINE'), { view: 'WAITING' })).toBe('?panel=draft');
  });

  it('writes nothing for what is the default', () =>
    expect(inbox.query(query(''), { view: 'WAITING', grade: [], q: ' ', channel: null })).toBe(''));

  it('changes only what the patch names', () =>
    expect(inbox.query(query('view=MINE&q=a'), { grade: ['B', 'A'] })).toBe('?view=MINE&q=a&grade=A,B'));

  it('reads back what it wrote', () =>
    fc.assert(
      fc.property(
        fc.record({
          view: fc.constantFrom<'WAITING' | 'MINE'>('WAITING', 'MINE'),
          grade: fc.subarray<'A' | 'B' | 'C'>(['A', 'B', 'C']),
          q: fc.string({ maxLength: 10 }).map((q) => q.trim()),
          channel: fc.option(fc.uuid()),
          tab: fc.constantFrom<'orders' | 'files' | null>('orders', 'files', null),
        }),
        (values) => {
          expect(inbox.parse(query(inbox.query(query(''), values)))).toEqual({ values, dropped: [] });
        },
      ),
    ));
});

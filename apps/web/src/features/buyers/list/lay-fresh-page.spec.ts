import { layFreshPage } from './lay-fresh-page.ts';

const row = (id: string, name = id) => ({ id, name });

describe('layFreshPage', () => {
  it('renews what rows say, and leaves further pages alone', () => {
    const result = layFreshPage([row('a'), row('b'), row('c')], { rows: [row('a', 'A'), row('b')], hasMore: true });
    expect(result).toEqual({ rows: [row('a', 'A'), row('b'), row('c')], changed: false });
  });

  it('moves nothing, but says that the order is another', () => {
    const result = layFreshPage([row('a'), row('b')], { rows: [row('new'), row('a')], hasMore: true });
    expect(result.rows.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(result.changed).toBe(true);
  });

  it('says so when rows have gone from the end', () => {
    expect(layFreshPage([row('a'), row('b')], { rows: [row('a')], hasMore: false }).changed).toBe(true);
  });
});

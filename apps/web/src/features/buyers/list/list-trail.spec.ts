import { neighbours } from './list-trail.ts';

describe('neighbours of a buyer in its list', () => {
  const ids = ['a', 'b', 'c'];
  it('are before and after it', () => expect(neighbours(ids, 'b')).toEqual({ previous: 'a', next: 'c' }));
  it('end at the ends', () => {
    expect(neighbours(ids, 'a').previous).toBeNull();
    expect(neighbours(ids, 'c').next).toBeNull();
  });
  it('are none for a stranger', () => expect(neighbours(ids, 'x')).toEqual({ previous: null, next: null }));
});

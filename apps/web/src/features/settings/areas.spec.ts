import { AREAS, groupAreas } from './areas.ts';

describe('groupAreas', () => {
  it('leaves out a heading of which nothing may be read', () => {
    const groups = groupAreas(({ group }) => group !== 'connections');
    expect(groups.map(([group]) => group)).toEqual(['workspace', 'team', 'selling', 'records', 'mine']);
  });
  it('gives every area an address of its own', () =>
    expect(new Set(AREAS.map(({ segment }) => segment)).size).toBe(AREAS.length));
});

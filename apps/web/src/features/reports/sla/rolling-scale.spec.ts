import { rollingLines, rollingScale } from './rolling-scale.ts';

describe('rollingScale', () => {
  it('begins at zero and holds the line and the target', () => {
    expect(rollingScale([200, 224], 240)).toEqual({ max: 300, ticks: [0, 60, 120, 180, 240, 300] });
    expect(rollingScale([400], 240)).toEqual({ max: 480, ticks: [0, 120, 240, 360, 480] });
  });
  it('counts in days when it must', () => expect(rollingScale([40_000], null).ticks).toContain(10_080));
  it('has marks for nothing too', () => expect(rollingScale([], null).ticks).toEqual([0, 15, 30, 45]));
});

describe('rollingLines', () => {
  it('draws from left to right, higher for longer', () =>
    expect(rollingLines([0, 50, 100], 100)).toEqual(['0,100 50,50 100,0']));
  it('leaves a gap where there is no mean, and shows a day that stands alone', () =>
    expect(rollingLines([null, 50, null, 0, 0], 100)).toEqual(['25,50 25,50', '75,100 100,100']));
});

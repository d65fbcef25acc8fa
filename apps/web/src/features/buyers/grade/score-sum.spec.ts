import { scoreSum } from './score-sum.ts';

const points = (...all: number[]) => all.map((each) => ({ points: each }));

describe('scoreSum', () => {
  it('adds the factors and takes the deductions off', () =>
    expect(scoreSum({ score: 80, factors: points(30, 18, 22, 15), deductions: points(5) })).toEqual({
      factors: 85,
      deductions: 5,
      score: 80,
      bounded: false,
    }));

  it('adds hundredths without drift', () =>
    expect(scoreSum({ score: 0.3, factors: points(0.1, 0.2), deductions: [] })).toEqual({
      factors: 0.3,
      deductions: 0,
      score: 0.3,
      bounded: false,
    }));

  it('takes deductions written as negative for what they are', () =>
    expect(scoreSum({ score: 20, factors: points(30), deductions: points(-10) }).bounded).toBe(false));

  it('says when the score was kept at zero', () =>
    expect(scoreSum({ score: 0, factors: points(10), deductions: points(20) }).bounded).toBe(true));
});

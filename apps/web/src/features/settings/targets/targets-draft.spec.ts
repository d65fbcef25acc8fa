import { type StoredTargets, minutesOf, targetsDraftOf, targetsInputOf, wrongTargets } from './targets-draft.ts';

const TARGETS: StoredTargets = {
  first: {
    standard: { A: 60, B: 240, C: 480 },
    channels: [{ channelId: 'c-1', minutes: { A: 30, B: 60, C: 90 } }],
  },
  next: { standard: null, channels: [] },
  resolution: { standard: null, channels: [] },
  levels: [
    { level: 'L4', countsAs: 'A' },
    { level: 'L3', countsAs: 'B' },
  ],
};

describe('targets as they are edited', () => {
  it('go back as they came', () => {
    const { first, next, resolution, levels } = TARGETS;
    expect(targetsInputOf(targetsDraftOf(TARGETS), 3)).toEqual({ basedOn: 3, first, next, resolution, levels });
  });

  it('propose minutes where nothing is promised yet', () => {
    const draft = targetsDraftOf(TARGETS);
    const promised = { ...draft.measures, resolution: { ...draft.measures.resolution, none: false } };
    expect(targetsInputOf({ ...draft, measures: promised }, 3).resolution.standard).toEqual({ A: 60, B: 240, C: 480 });
  });

  it('name every field that is no target, and none that is not promised', () => {
    const draft = targetsDraftOf(TARGETS);
    const { first, next } = draft.measures;
    const measures = {
      ...draft.measures,
      first: {
        ...first,
        standard: { ...first.standard, B: '' },
        channels: [{ channelId: 'c-1', minutes: { A: '30', B: '1.5', C: '0' } }],
      },
      next: { ...next, standard: { A: 'x', B: 'y', C: 'z' } },
    };
    expect([...wrongTargets({ ...draft, measures })]).toEqual(['first.B', 'first.c-1.B', 'first.c-1.C']);
    expect(wrongTargets(draft).size).toBe(0);
    const slower = { ...draft.measures, first: { ...first, standard: { A: '90', B: '60', C: '60' } } };
    expect([...wrongTargets({ ...draft, measures: slower })]).toEqual(['first.order']);
  });

  it('are whole minutes', () =>
    expect(['1', ' 90 ', '129600', '129601', '0', '-5', '1e3', 'ten', ''].map(minutesOf)).toEqual([
      ...[1, 90, 129_600],
      ...[null, null, null, null, null, null],
    ]));
});

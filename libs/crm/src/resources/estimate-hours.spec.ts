import { estimateHours } from './estimate-hours.ts';

describe('the hours of acts', () => {
  it('are each kind at its own minutes', () => {
    const rules = { minutesPerReply: 10, minutesPerNote: 3, minutesPerSample: 30 };
    expect(estimateHours({ replies: 2, notes: 1, samples: 3 }, rules)).toBe((20 + 3 + 90) / 60);
    expect(estimateHours({ replies: 0, notes: 0, samples: 0 }, rules)).toBe(0);
  });
});

import { ambiguousSample, readAs } from './read-as.ts';

describe('readAs', () => {
  it('reads the parts in the order given', () => {
    expect(readAs('2/3/26', 'MDY')).toBe('2026-02-03');
    expect(readAs('2/3/26', 'DMY')).toBe('2026-03-02');
    expect(readAs('2/3/26', 'YMD')).toBe('2002-03-26');
    expect(readAs('2026.03.02 14:10', 'YMD')).toBe('2026-03-02');
  });
  it.each(['31/12/2026', 'no date', '1.25', '2026-13-01', '010-1234-5678'])('%s is no day month first', (sample) =>
    expect(readAs(sample, 'MDY')).toBeNull(),
  );
});

describe('ambiguousSample', () => {
  it('finds the date that proves nothing', () =>
    expect(ambiguousSample([{ samples: ['Lumo'] }, { samples: ['25/12/2026', '2/3/2026'] }])).toBe('2/3/2026'));
  it('finds none where each date can be read in one way', () =>
    expect(ambiguousSample([{ samples: ['25/12/2026', '2026-03-02', ''] }])).toBeNull());
});

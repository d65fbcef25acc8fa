import { periodOf } from './period-of.ts';

describe('periodOf', () => {
  it('counts days of the workspace, today among them', () => {
    const lateEvening = new Date('2026-03-01T15:30:00Z'); // 2 March in Seoul
    expect(periodOf(lateEvening, 'Asia/Seoul', 90)).toEqual({ from: '2025-12-03', to: '2026-03-02' });
    expect(periodOf(lateEvening, 'Europe/London', 1)).toEqual({ from: '2026-03-01', to: '2026-03-01' });
  });
});

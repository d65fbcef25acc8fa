import { filterOf, slaUrl } from './sla-url.ts';

const read = (query: string) => filterOf(slaUrl.parse(new URLSearchParams(query)).values, '2026-11-22');

describe('the address of the SLA report', () => {
  it('shows what Home shows when it says nothing: the platform score of 30 days up to today', () =>
    expect(read('')).toEqual({ from: '2026-10-24', to: '2026-11-22', measure: 'PLATFORM', clock: 'CALENDAR' }));

  it('takes every filter', () => {
    const id = '01890000-0000-7000-8000-000000000001';
    expect(
      read(`from=2026-01-01&to=2026-01-31&measure=NEXT&clock=BUSINESS&channel=${id}&member=${id}&grade=B,A&country=DE`),
    ).toEqual({
      ...{ from: '2026-01-01', to: '2026-01-31', measure: 'NEXT', clock: 'BUSINESS' },
      ...{ channelId: [id], memberId: [id], grade: ['A', 'B'], country: ['DE'] },
    });
  });

  it('counts the platform score on its one clock', () => expect(read('clock=BUSINESS').clock).toBe('CALENDAR'));
  it('turns a reversed period round', () => expect(read('from=2026-12-31&to=2026-12-01').from).toBe('2026-12-01'));
  it('drops a country that is none', () =>
    expect(slaUrl.parse(new URLSearchParams('country=Germany')).dropped).toEqual(['country']));
});

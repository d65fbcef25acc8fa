import { countryZone } from './country-zone.ts';

describe('countryZone', () => {
  it('names a zone that exists for every country listed', () => {
    const supported = (zone: string) =>
      new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
    const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
    const listed = letters.flatMap((a) => letters.map((b) => countryZone(a + b))).filter((zone) => zone !== null);
    expect(listed.length).toBeGreaterThan(110);
    for (const { zone } of listed) expect(supported(zone)).toBe(true);
  });

  it('marks a country with several zones as uncertain', () => {
    expect(countryZone('hu')).toEqual({ zone: 'Europe/Budapest', certain: true });
    expect(countryZone('US')).toEqual({ zone: 'America/New_York', certain: false });
  });

  it('answers null rather than guess', () => {
    expect(countryZone(null)).toBeNull();
    expect(countryZone('XX')).toBeNull();
  });
});

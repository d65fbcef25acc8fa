import { offsetOf, timeZoneChoices, workspaceInputOf } from './workspace-draft.ts';

describe('timeZoneChoices', () => {
  it('has the present zone also when the browser does not list it, once', () => {
    expect(timeZoneChoices('Asia/Seoul').filter((zone) => zone === 'Asia/Seoul')).toHaveLength(1);
    expect(timeZoneChoices('Etc/GMT-9')).toContain('Etc/GMT-9');
  });
});

describe('offsetOf', () => {
  it.each([
    ['Asia/Seoul', '+09:00'],
    ['UTC', '+00:00'],
    ['Europe/Berlin', '+02:00'],
    ['America/St_Johns', '-02:30'],
  ])('%s is %s in June', (zone, offset) => expect(offsetOf(zone, new Date('2026-06-15T00:00:00Z'))).toBe(offset));
});

describe('workspaceInputOf', () => {
  it('trims the name and sends seconds as a number', () =>
    expect(
      workspaceInputOf({
        ...{ name: ' Hanbit ', language: 'ko', timeZone: 'Asia/Seoul', baseCurrency: 'USD', undoSendSeconds: '30' },
      }),
    ).toMatchObject({ name: 'Hanbit', undoSendSeconds: 30 }));
});

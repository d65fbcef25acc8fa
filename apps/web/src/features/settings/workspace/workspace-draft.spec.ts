import { offsetOf, rebased, timeZoneChoices, workspaceInputOf } from './workspace-draft.ts';

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

it('keeps what was typed and takes over what a colleague saved meanwhile', () => {
  const base = {
    name: 'Old',
    language: 'ko',
    timeZone: 'Asia/Seoul',
    baseCurrency: 'USD',
    undoSendSeconds: '10',
  } as const;
  const typed = { ...base, undoSendSeconds: '30' };
  const now = { ...base, name: 'New', undoSendSeconds: '5' };
  expect(rebased(typed, base, now)).toEqual({ ...base, name: 'New', undoSendSeconds: '30' });
  expect(rebased(base, base, now)).toEqual(now);
});

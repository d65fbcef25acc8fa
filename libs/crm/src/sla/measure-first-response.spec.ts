import { parseInstant } from '../time/index.ts';
import { compileCalendar } from './compile-calendar.ts';
import type { Inquiry } from './derive-inquiries.ts';
import { measureFirstResponse } from './measure-first-response.ts';

const calendar = compileCalendar({
  version: 1,
  timeZone: 'Asia/Seoul',
  weekly: { mon: [['09:00', '18:00']], tue: [['09:00', '18:00']] },
  holidays: [],
  specialHours: {},
  breaks: {},
});
const at = (local: string) => parseInstant(`${local}+09:00`);
const opened = at('2026-03-02T17:30:00'); // Monday
const due = at('2026-03-03T09:30:00');
const inquiry = (status: Inquiry['status'], endedAtMs: number | null): Inquiry => ({
  openingMessageId: 'm1',
  openedAtMs: opened,
  turn: 'first',
  status,
  endedAtMs,
  firstResponseMessageId: null,
  firstAckAtMs: null,
});
const measure = (status: Inquiry['status'], endedAtMs: number | null, asOfMs = at('2026-04-01T00:00:00')) =>
  measureFirstResponse(inquiry(status, endedAtMs), calendar, 60, asOfMs);

describe('measureFirstResponse', () => {
  it('measures business and wall-clock time of an answer, exactly at due being met', () => {
    expect(measure('answered', due)).toEqual({
      status: 'answered',
      dueAtMs: due,
      businessMs: 3_600_000,
      businessMinutes: 60,
      wallMs: 16 * 3_600_000,
      met: true,
    });
    expect(measure('answered', due + 1)).toMatchObject({ met: false, businessMs: 3_600_001, businessMinutes: 60 });
  });

  it('says of an open one what answering now would give, and calls it missed once it is past due', () => {
    expect(measure('open', null, at('2026-03-03T09:10:00'))).toMatchObject({ businessMinutes: 40, met: null });
    expect(measure('open', null, due)).toMatchObject({ met: null });
    expect(measure('open', null, due + 1)).toMatchObject({ met: false });
  });

  it('neither credits nor blames a declined or spam inquiry', () => {
    expect(measure('declined', due + 5_000).met).toBeNull();
    expect(measure('spam', opened + 5_000)).toMatchObject({ met: null, wallMs: 5_000 });
  });
});

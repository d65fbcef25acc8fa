import { readFileSync } from 'node:fs';
import { RESPONSE_BANDS } from '@dangol/crm';
import { ReportClock, ReportMeasure } from '../../reports/index.ts';
import { BANDS, CLOCKS, MEASURES, RESPONSE_STATES } from './sla.ts';

type Texts = Record<string, Record<string, string>>;

const screens = (['ko', 'en'] as const).map((language) => {
  const file = new URL(`../../../../web/messages/${language}.json`, import.meta.url);
  const { reports } = JSON.parse(readFileSync(file, 'utf8')) as { reports: { sla: Texts } };
  return [language, reports.sla] as const;
});

it.each([
  ['measures', MEASURES, Object.values(ReportMeasure)],
  ['clocks', CLOCKS, Object.values(ReportClock)],
  ['bands', BANDS, RESPONSE_BANDS],
  ['states', RESPONSE_STATES, ['answered', 'open', 'declined', 'spam']],
])('the files say %s as the screen does, and leave none out', (place, wording, values) => {
  expect(Object.keys(wording)).toEqual([...values]);
  for (const [language, texts] of screens)
    expect(Object.fromEntries(Object.entries(wording).map(([value, words]) => [value, words[language]]))).toEqual(
      texts[place],
    );
});

import { readFileSync } from 'node:fs';
import { BUSINESS_TYPES, SAMPLE_STAGES as STAGES_OF_SAMPLES } from '@dangol/crm';
import * as wording from './wording.ts';
import type { Wording } from './wording.ts';

type Texts = { [key: string]: string | Texts };

const CATALOGUES = Object.fromEntries(
  (['ko', 'en'] as const).map((language) => [
    language,
    JSON.parse(readFileSync(new URL(`../../../web/messages/${language}.json`, import.meta.url), 'utf8')) as Texts,
  ]),
);

/** What the screens say at a place of their catalogue. */
function saidOnScreen(language: 'ko' | 'en', place: string): Record<string, string> {
  const found = place.split('.').reduce<string | Texts>((at, key) => (at as Texts)[key]!, CATALOGUES[language]!);
  return found as Record<string, string>;
}

describe('words of a file', () => {
  it.each<[string, Wording, (value: string) => string]>([
    ['buyers.stages', wording.STAGES, (value) => value.toUpperCase()],
    ['samples.stages', wording.SAMPLE_STAGES, (value) => value.toUpperCase()],
    ['samples.request.kinds', wording.SAMPLE_KINDS, (value) => value.toUpperCase()],
    ['buyers.orderStates', wording.ORDER_STATES, (value) => value],
    ['inbox.status', wording.CONVERSATION_STATES, (value) => value.toUpperCase()],
    ['settings.channels.platform', wording.PLATFORMS, (value) => value.toUpperCase()],
    ['reports.goals.counted', wording.GOAL_COUNTED, (value) => value.toUpperCase()],
    ['buyers.why.businessTypes', wording.COMPANY_TYPES, (value) => value],
    ['settings.roles', wording.ROLES, (value) => value],
  ])('are those of the screens: %s', (place, words, keyOf) => {
    for (const language of ['ko', 'en'] as const) {
      const said = saidOnScreen(language, place);
      const ours = Object.fromEntries(Object.entries(words).map(([value, word]) => [keyOf(value), word[language]]));
      expect(ours).toEqual(Object.fromEntries(Object.keys(ours).map((key) => [key, said[key]])));
    }
  });

  it('leave out no value', () => {
    expect(Object.keys(wording.SAMPLE_STAGES)).toEqual([...STAGES_OF_SAMPLES]);
    expect(Object.keys(wording.COMPANY_TYPES).toSorted()).toEqual([...BUSINESS_TYPES].toSorted());
  });
});

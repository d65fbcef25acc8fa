import { readFileSync } from 'node:fs';
import { CLOSER_VERBS, VERBS, timelineValues, verbOf } from './timeline-verbs.ts';

type Catalogue = { buyers: { verbs: Record<string, Record<string, string>> } };
const catalogue = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../../messages/${locale}.json`, import.meta.url), 'utf8')) as Catalogue;

describe('timeline', () => {
  it.each(['ko', 'en'])('has words for every verb (%s)', (locale) => {
    const { verbs } = catalogue(locale).buyers;
    for (const verb of [...VERBS, ...CLOSER_VERBS]) {
      const [subject = '', act = ''] = verb.split('.');
      expect(verbs[subject]?.[act]).toEqual(expect.any(String));
    }
  });

  it('reads a change of grade, and shows no raw value in its place', () => {
    expect(timelineValues({ from: 'C', to: 'B', score: 51 })).toEqual({ from: 'C', to: 'B' });
    expect(timelineValues({ from: null, to: { html: '<b>' } })).toEqual({ from: '–', to: '–' });
  });

  it('tells a reply that the assistant helped with from one it did not', () => {
    expect(verbOf('reply.queued', { aiAssisted: true })).toBe('reply.queuedAssisted');
    expect(verbOf('reply.queued', { aiAssisted: 'yes' })).toBe('reply.queued');
    expect(verbOf('buyer.graded', { from: null, to: 'B' })).toBe('buyer.gradedFirst');
    expect(verbOf('buyer.graded', { from: 'C', to: 'B' })).toBe('buyer.graded');
    expect(verbOf('moon.landed', {})).toBeUndefined();
  });
});

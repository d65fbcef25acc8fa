import { readFileSync } from 'node:fs';
import { CLOSER_VERBS, type EventWords, VERBS, timelineValues, verbOf } from './timeline-verbs.ts';

type Catalogue = { buyers: { verbs: Record<string, Record<string, string>> } };
const catalogue = (locale: string) =>
  JSON.parse(readFileSync(new URL(`../../../../../messages/${locale}.json`, import.meta.url), 'utf8')) as Catalogue;

const among =
  (...codes: string[]) =>
  (code: string) =>
    codes.includes(code) ? `<${code}>` : undefined;
const words: EventWords = {
  stage: among('NEW', 'QUOTED'),
  sampleStage: among('SENT'),
  purpose: among('MARKETING'),
  field: among('country', 'webSite'),
};
const valuesOf = (verb: string, data: Record<string, unknown>) => timelineValues(verb, data, words);

describe('timeline', () => {
  it.each(['ko', 'en'])('has words for every verb (%s)', (locale) => {
    const { verbs } = catalogue(locale).buyers;
    for (const verb of [...VERBS, ...CLOSER_VERBS]) {
      const [subject = '', act = ''] = verb.split('.');
      expect(verbs[subject]?.[act]).toEqual(expect.any(String));
    }
  });

  it('reads a change of grade, and shows no raw value in its place', () => {
    expect(valuesOf('buyer.graded', { from: 'C', to: 'B', score: 51 })).toMatchObject({ from: 'C', to: 'B' });
    expect(valuesOf('buyer.graded', { from: null, to: { html: '<b>' } })).toMatchObject({ from: '–', to: '–' });
  });

  it('names stages, purposes and fields by their words, and drops what has none', () => {
    expect(valuesOf('buyer.stage_changed', { from: 'NEW', to: 'QUOTED' })).toMatchObject({
      from: '<NEW>',
      to: '<QUOTED>',
    });
    expect(valuesOf('sample.advanced', { to: 'SENT' }).to).toBe('<SENT>');
    expect(valuesOf('consent.recorded', { purpose: 'MARKETING' }).purpose).toBe('<MARKETING>');
    expect(valuesOf('buyer.changed', { fields: ['country', 'secret', 7, 'webSite'] }).fields).toBe(
      '<country>, <webSite>',
    );
  });

  it.each([
    ['reply.queued', { aiAssisted: true }, 'reply.queuedAssisted'],
    ['reply.queued', { aiAssisted: 'yes' }, 'reply.queued'],
    ['buyer.graded', { from: null, to: 'B' }, 'buyer.gradedFirst'],
    ['buyer.graded', { from: 'C', to: 'B' }, 'buyer.graded'],
    ['buyer.tag_added', { tag: 'first_order' }, 'buyer.firstOrderAdded'],
    ['buyer.tag_removed', { tag: 'repeat' }, 'buyer.repeatRemoved'],
    ['buyer.tag_added', { tag: '018f3a6e-0000-7000-8000-000000000001' }, 'buyer.tag_added'],
    ['buyer.changed', { fields: ['x'], custom: true }, 'buyer.customChanged'],
    ['consent.recorded', { granted: false }, 'consent.withdrawn'],
    ['moon.landed', {}, undefined],
  ])('%s %j has the words of %s', (verb, data, words) => expect(verbOf(verb, data)).toBe(words));
});

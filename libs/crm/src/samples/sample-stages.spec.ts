import fc from 'fast-check';
import { advanceSample, isSampleOpen, nextSampleStages, SAMPLE_STAGES } from './sample-stages.ts';
import type { SampleStage } from './sample-stages.ts';

describe('the stages of a sample', () => {
  it('go on one by one, from arrival also straight to the order', () => {
    const order: SampleStage[] = ['requested', 'approved', 'sent', 'arrived', 'feedback', 'converted'];
    for (const [place, stage] of order.entries()) {
      const onward = nextSampleStages(stage).filter((next) => next !== 'dropped');
      expect(onward).toEqual(stage === 'arrived' ? ['feedback', 'converted'] : order.slice(place + 1, place + 2));
    }
  });

  it('can all be dropped while open, and nothing follows the end', () => {
    for (const stage of SAMPLE_STAGES)
      expect(advanceSample(stage, 'dropped')).toBe(
        stage === 'dropped' ? 'same_stage' : stage === 'converted' ? 'sample_ended' : 'allowed',
      );
    expect(SAMPLE_STAGES.filter((stage) => !isSampleOpen(stage))).toEqual(['converted', 'dropped']);
  });

  it('say why not', () => {
    expect(advanceSample('requested', 'sent')).toBe('not_next');
    expect(advanceSample('sent', 'approved')).toBe('not_next');
    expect(advanceSample('converted', 'feedback')).toBe('sample_ended');
    expect(advanceSample('sent', 'sent')).toBe('same_stage');
  });

  it('are each reached once at most on every walk', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...SAMPLE_STAGES), { maxLength: 30 }), (wishes) => {
        const walked: SampleStage[] = ['requested'];
        for (const wish of wishes) if (advanceSample(walked.at(-1)!, wish) === 'allowed') walked.push(wish);
        expect(new Set(walked).size).toBe(walked.length);
      }),
    );
  });
});

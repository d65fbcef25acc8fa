/** How far a sample is (spec crm, Sample policy), in order; dropped can follow any open one. */
export const SAMPLE_STAGES = ['requested', 'approved', 'sent', 'arrived', 'feedback', 'converted', 'dropped'] as const;

/** One stage of a sample. */
export type SampleStage = (typeof SAMPLE_STAGES)[number];

/** The machine as data. A buyer may order before it says what it thinks, so that Converted follows Arrived too. */
const NEXT: Readonly<Record<SampleStage, readonly SampleStage[]>> = {
  requested: ['approved', 'dropped'],
  approved: ['sent', 'dropped'],
  sent: ['arrived', 'dropped'],
  arrived: ['feedback', 'converted', 'dropped'],
  feedback: ['converted', 'dropped'],
  converted: [],
  dropped: [],
};

/** Why a sample may not go there; stable, the screens have a text for each. */
export type SampleStageRefusal = 'same_stage' | 'sample_ended' | 'not_next';

/** The stages that may follow; none after the end. */
export function nextSampleStages(stage: SampleStage): readonly SampleStage[] {
  return NEXT[stage];
}

/** True until the sample led to an order or was dropped. */
export function isSampleOpen(stage: SampleStage): boolean {
  return NEXT[stage].length > 0;
}

/** Whether a sample may go from one stage to another. */
export function advanceSample(from: SampleStage, to: SampleStage): 'allowed' | SampleStageRefusal {
  if (from === to) return 'same_stage';
  if (!isSampleOpen(from)) return 'sample_ended';
  return NEXT[from].includes(to) ? 'allowed' : 'not_next';
}

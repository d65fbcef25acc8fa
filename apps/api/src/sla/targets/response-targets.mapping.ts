import type { MeasureTargets as Targets, PlatformLevel, SlaPolicy } from '@dangol/crm';
import {
  InvalidTargets,
  type MeasureTargets,
  type ResponseTargets,
  type ResponseTargetsInput,
} from './response-targets.model.ts';

const MEASURES = ['first', 'next', 'resolution'] as const;

/** The targets as screens show them. */
export function toResponseTargets(
  policy: SlaPolicy,
): Pick<ResponseTargets, 'version' | 'first' | 'next' | 'resolution' | 'levels'> {
  return {
    version: policy.version,
    first: toMeasure(policy.first),
    next: toMeasure(policy.next),
    resolution: toMeasure(policy.resolution),
    levels: Object.entries(policy.levelCountsAs).map(([level, countsAs]) => ({
      level: level as PlatformLevel,
      countsAs,
    })),
  };
}

/** The policy that the input says; targets of platforms, which no screen shows, stay as they stand. */
export function toPolicy(input: ResponseTargetsInput, standing: SlaPolicy): SlaPolicy | InvalidTargets {
  for (const measure of MEASURES) {
    const ids = input[measure].channels.map(({ channelId }) => channelId);
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
    if (repeated) return new InvalidTargets({ code: 'repeated', path: `${measure}.channels.${repeated}` });
  }
  if (new Set(input.levels.map(({ level }) => level)).size < input.levels.length)
    return new InvalidTargets({ code: 'repeated', path: 'levels' });
  const measure = (name: (typeof MEASURES)[number]): Targets => ({
    standard: input[name].standard ?? null,
    channels: Object.fromEntries(input[name].channels.map(({ channelId, minutes }) => [channelId, minutes])),
    platforms: standing[name].platforms,
  });
  const first = measure('first');
  if (!first.standard) return new InvalidTargets({ code: 'noStandard', path: 'first.standard' });
  return {
    version: standing.version + 1,
    first: { ...first, standard: first.standard },
    next: measure('next'),
    resolution: measure('resolution'),
    levelCountsAs: Object.fromEntries(input.levels.map(({ level, countsAs }) => [level, countsAs])),
  };
}

function toMeasure({ standard, channels }: Targets): MeasureTargets {
  return {
    standard,
    channels: Object.entries(channels).map(([channelId, minutes]) => ({ channelId, minutes })),
  };
}

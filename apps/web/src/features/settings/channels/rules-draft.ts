import type { ChannelFieldsFragment, ChannelRulesInput } from '../../../generated/graphql.ts';

type Rules = Pick<
  ChannelFieldsFragment,
  'id' | 'ownHours' | 'platformZone' | 'meanTargetMinutes' | 'excludedSenders' | 'autoMode'
>;

/** Most senders that a channel leaves out, and longest mean target (minutes), as the server allows. */
const MAX_EXCLUDED = 200;
const MAX_MEAN_TARGET = 43_200;

/** The rules of a channel as they are edited. */
export interface RulesDraft {
  readonly ownHours: boolean;
  /** Empty: the workspace's. */
  readonly platformZone: string;
  readonly hours: string;
  readonly minutes: string;
  /** One sender a line. */
  readonly excluded: string;
  readonly autoMode: boolean;
}

export function rulesDraftOf(rules: Rules): RulesDraft {
  return {
    ownHours: rules.ownHours,
    platformZone: rules.platformZone ?? '',
    hours: String(Math.floor(rules.meanTargetMinutes / 60)),
    minutes: String(rules.meanTargetMinutes % 60),
    excluded: rules.excludedSenders.join('\n'),
    autoMode: rules.autoMode,
  };
}

/** Minutes of the target, or null when what was typed is none. */
export function targetOf({ hours, minutes }: RulesDraft): number | null {
  const [typedHours, typedMinutes] = [hours.trim() || '0', minutes.trim() || '0'];
  if (!/^\d{1,3}$/.test(typedHours) || !/^\d{1,2}$/.test(typedMinutes) || Number(typedMinutes) > 59) return null;
  const total = Number(typedHours) * 60 + Number(typedMinutes);
  return total >= 1 && total <= MAX_MEAN_TARGET ? total : null;
}

function sendersOf({ excluded }: RulesDraft): string[] {
  return excluded.split(/[\n,;]/).flatMap((line) => line.trim() || []);
}

export type RulesProblem = 'target' | 'tooMany' | 'tooLong';

export function rulesProblems(draft: RulesDraft): RulesProblem[] {
  const senders = sendersOf(draft);
  return [
    ...(targetOf(draft) === null ? (['target'] as const) : []),
    ...(senders.length > MAX_EXCLUDED ? (['tooMany'] as const) : []),
    ...(senders.some((sender) => sender.length > 320) ? (['tooLong'] as const) : []),
  ];
}

export function rulesInputOf(id: string, draft: RulesDraft): ChannelRulesInput {
  return {
    id,
    ownHours: draft.ownHours,
    platformZone: draft.platformZone || null,
    meanTargetMinutes: targetOf(draft),
    excludedSenders: sendersOf(draft),
    autoMode: draft.autoMode,
  };
}

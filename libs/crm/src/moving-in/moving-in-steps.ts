/** What a new workspace does to move in, in the order in which it is best done. */
export const MOVING_IN_STEPS = [
  'language',
  'currency',
  'hours',
  'channel',
  'knowledge',
  'products',
  'import',
  'invite',
  'first_reply',
] as const;

/** One step of moving in. */
export type MovingInStepKey = (typeof MOVING_IN_STEPS)[number];

/** Steps that no row can prove: the defaults may be right as they are, so a person has to say so. */
export const CONFIRMED_STEPS = ['language', 'currency', 'hours'] as const satisfies readonly MovingInStepKey[];

/** How a step stands. A step that was skipped and then done all the same counts as done. */
export type MovingInStepState = 'open' | 'done' | 'skipped';

/** What is known about the workspace; every fact is read from its data, none is entered. */
export interface MovingInFacts {
  /** Confirmed, or changed, by a person. */
  readonly confirmed: readonly MovingInStepKey[];
  readonly skipped: readonly MovingInStepKey[];
  /** There is a channel that buyers can write to. */
  readonly hasChannel: boolean;
  /** A message came by such a channel, or a file stands in for one. */
  readonly channelDelivers: boolean;
  readonly knowledgeEntries: number;
  readonly products: number;
  /** Imports that are done and not undone. */
  readonly importsDone: number;
  /** Imports that were begun and not finished. */
  readonly importsUnderWay: number;
  /** Active members. */
  readonly members: number;
  /** Invitations that wait for an answer. */
  readonly invitations: number;
  /** A reply that a person wrote reached a buyer. */
  readonly repliesAccepted: boolean;
}

/** One line of the checklist. */
export interface MovingInStep {
  readonly key: MovingInStepKey;
  readonly state: MovingInStepState;
  /** Begun, and waiting for something that happens by itself: the first message, the end of an import. */
  readonly underWay: boolean;
  /** How long it takes, minutes. */
  readonly minutes: number;
}

/** Measured with export teams that had their papers at hand; the sum stays under the hour that moving in may take. */
const MINUTES: Readonly<Record<MovingInStepKey, number>> = {
  language: 1,
  currency: 1,
  hours: 3,
  channel: 10,
  knowledge: 15,
  products: 10,
  import: 10,
  invite: 2,
  first_reply: 3,
};

/** The checklist as the facts say: nothing is ticked off by hand that data can tell. */
export function movingInSteps(facts: MovingInFacts): MovingInStep[] {
  return MOVING_IN_STEPS.map((key) => {
    const done = isDone(key, facts);
    const state = done ? 'done' : facts.skipped.includes(key) ? 'skipped' : 'open';
    return { key, state, underWay: !done && isUnderWay(key, facts), minutes: MINUTES[key] };
  });
}

/** True when no step is left open: each is done, or was skipped on purpose. */
export function hasMovedIn(steps: readonly MovingInStep[]): boolean {
  return steps.every(({ state }) => state !== 'open');
}

function isDone(key: MovingInStepKey, facts: MovingInFacts): boolean {
  switch (key) {
    case 'language':
    case 'currency':
    case 'hours':
      return facts.confirmed.includes(key);
    case 'channel':
      return facts.channelDelivers;
    case 'knowledge':
      return facts.knowledgeEntries > 0;
    case 'products':
      return facts.products > 0;
    case 'import':
      return facts.importsDone > 0;
    case 'invite':
      return facts.members > 1 || facts.invitations > 0;
    case 'first_reply':
      return facts.repliesAccepted;
  }
}

function isUnderWay(key: MovingInStepKey, facts: MovingInFacts): boolean {
  if (key === 'channel') return facts.hasChannel;
  return key === 'import' && facts.importsUnderWay > 0;
}

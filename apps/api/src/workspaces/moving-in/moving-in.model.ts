import { createUnionType, Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MovingInStepKey, MovingInStepState } from '@dangol/crm';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';

/** Steps of moving in, by the name that GraphQL gives them. */
export const MovingInStepEnum = {
  LANGUAGE: 'language',
  CURRENCY: 'currency',
  HOURS: 'hours',
  CHANNEL: 'channel',
  KNOWLEDGE: 'knowledge',
  PRODUCTS: 'products',
  IMPORT: 'import',
  INVITE: 'invite',
  FIRST_REPLY: 'first_reply',
} as const satisfies Record<string, MovingInStepKey>;

registerEnumType(MovingInStepEnum, {
  name: 'MovingInStepKey',
  description: 'A step of moving in.',
  valuesMap: {
    LANGUAGE: { description: 'The language of the team is right.' },
    CURRENCY: { description: 'The base currency is right.' },
    HOURS: { description: 'Business hours and holidays are right.' },
    CHANNEL: { description: 'Messages of buyers arrive.' },
    KNOWLEDGE: { description: 'The knowledge base can answer something.' },
    PRODUCTS: { description: 'The catalogue holds a product.' },
    IMPORT: { description: 'A file was imported.' },
    INVITE: { description: 'A colleague is here, or invited.' },
    FIRST_REPLY: { description: 'A reply reached a buyer.' },
  },
});

/** How a step stands. */
export const MovingInStepStateEnum = { OPEN: 'open', DONE: 'done', SKIPPED: 'skipped' } as const satisfies Record<
  string,
  MovingInStepState
>;

registerEnumType(MovingInStepStateEnum, {
  name: 'MovingInStepState',
  description: 'How a step of moving in stands.',
  valuesMap: {
    OPEN: { description: 'Not done yet.' },
    DONE: { description: 'The data shows that it is done.' },
    SKIPPED: { description: 'Left out on purpose; it can be taken up again.' },
  },
});

/** What a person says about a step. */
export const MovingInActEnum = { CONFIRM: 'CONFIRM', SKIP: 'SKIP', RESUME: 'RESUME' } as const;
/** One of them. */
export type MovingInAct = keyof typeof MovingInActEnum;

registerEnumType(MovingInActEnum, {
  name: 'MovingInAct',
  description: 'What a person says about a step of moving in.',
  valuesMap: {
    CONFIRM: { description: 'It is right as it is: only for language, currency and hours, which no data can prove.' },
    SKIP: { description: 'Not now.' },
    RESUME: { description: 'Take a skipped step up again.' },
  },
});

@ObjectType('MovingInStep', { description: 'One line of the moving-in checklist.' })
export class MovingInStepType {
  @Field(() => MovingInStepEnum, { description: 'Which step.' })
  key!: MovingInStepKey;

  @Field(() => MovingInStepStateEnum, { description: 'How it stands; it fills itself in from data.' })
  state!: MovingInStepState;

  @Field({ description: 'Begun, and waiting for what comes by itself: the first message, the end of an import.' })
  underWay!: boolean;

  @Field(() => Int, { description: 'How long it takes, minutes.' })
  minutes!: number;
}

@ObjectType({ description: 'How far the workspace has moved in. It never blocks anything.' })
export class MovingIn {
  @Field({ description: 'True while Home shows it: not in the demo, not when finished, not when put away.' })
  shown!: boolean;

  @Field({ description: 'No step is open: each is done or was skipped.' })
  finished!: boolean;

  @Field({ description: 'Put away by hand.' })
  hidden!: boolean;

  @Field(() => [MovingInStepType], { description: 'The steps, in the order in which they are best done.' })
  steps!: MovingInStepType[];
}

/** Outcome of saying something about a step. */
export const ChangeMovingInResult = createUnionType({
  name: 'ChangeMovingInResult',
  description: 'Outcome of saying something about a step of moving in.',
  types: () => [MovingIn, InvalidField] as const,
});

import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Refusal } from '../platform/graphql/refusal.type.ts';
import { BigIntScalar, DateTime } from '../platform/graphql/scalars.ts';

/** Where a buyer stands; the values are `PipelineStage` of libs/crm. */
export enum BuyerStage {
  NEW = 'new',
  QUALIFIED = 'qualified',
  SAMPLING = 'sampling',
  QUOTED = 'quoted',
  FIRST_ORDER = 'first_order',
  REPEAT = 'repeat',
  DORMANT = 'dormant',
}
registerEnumType(BuyerStage, {
  name: 'BuyerStage',
  description: 'Where a buyer stands. FIRST_ORDER and REPEAT come only from paid orders.',
});

@ObjectType({ description: 'A step of a buyer in the pipeline.' })
export class StageChange {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => BuyerStage, { nullable: true, description: 'The stage it left; null for the first.' })
  from!: BuyerStage | null;

  @Field(() => BuyerStage, { description: 'The stage it entered.' })
  to!: BuyerStage;

  @Field({ description: 'registered, hand, sample_requested, quote_sent, orders, message, silence or merge.' })
  cause!: string;

  @Field(() => String, { nullable: true, description: 'Who moved it by hand.' })
  byName!: string | null;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => BigIntScalar, { nullable: true, description: 'Seconds spent in the stage it left; null for the first.' })
  secondsInFrom!: bigint | string | null;
}

/** A step that the rules do not allow. */
@ObjectType({ implements: () => Refusal, description: 'A step that the rules do not allow.' })
export class StageRefused extends Refusal {
  @Field({ description: 'Stable: why not, such as only_from_paid_orders or has_orders.' })
  readonly reason: string;

  constructor(reason: string) {
    super('STAGE_REFUSED', `the stage cannot be changed so: ${reason}`);
    this.reason = reason;
  }
}

/** Somebody else was faster. */
@ObjectType({ implements: () => Refusal, description: 'The buyer is no longer in the stage that the mover saw.' })
export class StageMoved extends Refusal {
  @Field(() => BuyerStage, { description: 'The stage it is in.' })
  readonly stage: BuyerStage;

  @Field(() => String, { nullable: true, description: 'Who moved it there; null when it was no person.' })
  readonly movedBy: string | null;

  @Field(() => DateTime, { description: 'Since when it is there.' })
  readonly movedAt: Date;

  constructor(stage: BuyerStage, movedBy: string | null, movedAt: Date) {
    super('STAGE_MOVED', 'the buyer was moved meanwhile');
    this.stage = stage;
    this.movedBy = movedBy;
    this.movedAt = movedAt;
  }
}

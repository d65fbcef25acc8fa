import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { NotFound, Refusal } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import { Buyer } from '../buyer.model.ts';

/** A buyer after a change. */
@ObjectType({ description: 'A buyer after a change.' })
export class BuyerSaved {
  @Field(() => Buyer, { description: 'The buyer as stored.' })
  readonly buyer: Buyer;

  constructor(buyer: Buyer) {
    this.buyer = buyer;
  }
}

/** Who changed a field meanwhile, and what it holds now. */
export interface FieldChange {
  current: string | null;
  changedBy: string | null;
  changedAt: Date | null;
}

/** Somebody else changed the field after the caller had read it. */
@ObjectType({
  implements: () => Refusal,
  description: 'Somebody changed this field after it was read. Nothing was saved.',
})
export class FieldConflict extends Refusal {
  @Field({ description: 'Name of the input field.' })
  readonly field: string;

  @Field(() => String, { nullable: true, description: 'What it holds now, as text.' })
  readonly current: string | null;

  @Field(() => String, { nullable: true, description: 'Member who changed it.' })
  readonly changedBy: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was changed.' })
  readonly changedAt: Date | null;

  constructor(field: string, { current, changedBy, changedAt }: FieldChange) {
    super('FIELD_CONFLICT', `${field} was changed meanwhile`);
    this.field = field;
    this.current = current;
    this.changedBy = changedBy;
    this.changedAt = changedAt;
  }
}

/** Outcome of a change to a buyer's record. */
export const SaveBuyerResult = createUnionType({
  name: 'SaveBuyerResult',
  description: 'The saved buyer, or why nothing was saved.',
  types: () => [BuyerSaved, NotFound, FieldConflict, InvalidField] as const,
});

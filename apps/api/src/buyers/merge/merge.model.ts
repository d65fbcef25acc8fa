import { createUnionType, Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { ArrayMaxSize, IsIn, IsUUID } from 'class-validator';
import { NotFound, Refusal } from '../../platform/graphql/refusal.type.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { Buyer } from '../buyer.model.ts';
import { EDITABLE_FIELDS } from '../record/editable-fields.ts';

/** What can be taken from the merged buyer: the fields that people edit, and its owner. */
export const CHOOSABLE_FIELDS: readonly string[] = [...Object.keys(EDITABLE_FIELDS), 'owner'];

/** A merge that can still be undone. */
@ObjectType({ description: 'A merge of two buyers.' })
export class BuyerMerge {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => ID, { description: 'The buyer that was kept.' })
  keptId!: string;

  @Field(() => ID, { description: 'The buyer that went into it.' })
  mergedId!: string;

  @Field({ description: 'Name of the buyer that went into it.' })
  mergedName!: string;

  @Field(() => DateTime, { description: 'When.' })
  mergedAt!: Date;

  @Field(() => DateTime, { description: 'Until when it can be undone.' })
  undoUntil!: Date;

  mergedById!: string | null;
}

@InputType({ description: 'Two buyers that are one. The client makes the id; sending it again changes nothing.' })
export class MergeBuyersInput {
  @Field(() => ID, { description: 'UUID v7 made by the client.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The buyer that stays.' })
  @IsUUID()
  keptId!: string;

  @Field(() => ID, { description: 'The buyer that goes into it.' })
  @IsUUID()
  mergedId!: string;

  @Field(() => [String], {
    description:
      'Fields of BuyerFields, also owner, whose value comes from the merged buyer. What the kept one lacks is filled anyway.',
  })
  @ArrayMaxSize(CHOOSABLE_FIELDS.length)
  @IsIn([...CHOOSABLE_FIELDS], { each: true })
  fieldsFromMerged!: string[];
}

/** Two buyers became one. */
@ObjectType({ description: 'Two buyers became one.' })
export class BuyerMerged {
  @Field(() => BuyerMerge, { description: 'The merge, by which it can be undone.' })
  readonly merge: BuyerMerge;

  @Field(() => Buyer, { description: 'The buyer that was kept.' })
  readonly buyer: Buyer;

  constructor(merge: BuyerMerge, buyer: Buyer) {
    this.merge = merge;
    this.buyer = buyer;
  }
}

/** A merge was undone. */
@ObjectType({ description: 'The two buyers are two again.' })
export class MergeUndone {
  @Field(() => Buyer, { description: 'The buyer that was kept.' })
  readonly kept: Buyer;

  @Field(() => Buyer, { description: 'The buyer that is there again.' })
  readonly restored: Buyer;

  constructor(kept: Buyer, restored: Buyer) {
    this.kept = kept;
    this.restored = restored;
  }
}

/** Why two buyers cannot become one, or two again. */
export type CannotMergeReason = 'same_buyer' | 'merged_meanwhile' | 'erased' | 'too_late' | 'already_undone';

/** These two cannot be merged, or this merge not undone. */
@ObjectType({ implements: () => Refusal, description: 'These two cannot be merged, or this merge cannot be undone.' })
export class CannotMerge extends Refusal {
  @Field({ description: 'Stable: same_buyer, merged_meanwhile, erased, too_late or already_undone.' })
  readonly reason: string;

  constructor(reason: CannotMergeReason) {
    super('CANNOT_MERGE', reason);
    this.reason = reason;
  }
}

/** Outcome of a merge. */
export const MergeResult = createUnionType({
  name: 'MergeResult',
  description: 'The merged buyer, or why nothing was merged.',
  types: () => [BuyerMerged, NotFound, CannotMerge] as const,
});

/** Outcome of undoing a merge. */
export const UndoMergeResult = createUnionType({
  name: 'UndoMergeResult',
  description: 'Both buyers, or why nothing was undone.',
  types: () => [MergeUndone, NotFound, CannotMerge] as const,
});

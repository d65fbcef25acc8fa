import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { DuplicateReason } from '@dangol/crm';
import { BuyerRow } from '../buyer.model.ts';

const DuplicateReasonEnum = {
  SAME_EMAIL: 'SAME_EMAIL',
  SAME_PHONE: 'SAME_PHONE',
  SAME_DOMAIN_AND_NAME: 'SAME_DOMAIN_AND_NAME',
} as const satisfies Record<DuplicateReason, DuplicateReason>;
registerEnumType(DuplicateReasonEnum, { name: 'DuplicateReason', description: 'Why two buyers may be one.' });

/** Two buyers that may be one. */
@ObjectType({ description: 'Two buyers that may be one.' })
export class DuplicateProposal {
  @Field(() => BuyerRow, { description: 'The one registered earlier.' })
  first!: BuyerRow;

  @Field(() => BuyerRow, { description: 'The one registered later.' })
  second!: BuyerRow;

  @Field(() => [DuplicateReasonEnum], { description: 'What speaks for it.' })
  reasons!: DuplicateReason[];
}

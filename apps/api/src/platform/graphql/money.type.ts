import { Field, ObjectType } from '@nestjs/graphql';
import { BigIntScalar } from './scalars.ts';

/** An amount with its currency; never a floating-point number. */
@ObjectType({ description: 'Amount of money in minor units of its currency.' })
export class Money {
  @Field(() => BigIntScalar, { description: 'Amount in minor units (cents, won).' })
  minor!: bigint | string;

  @Field({ description: 'ISO 4217 code.' })
  currency!: string;
}

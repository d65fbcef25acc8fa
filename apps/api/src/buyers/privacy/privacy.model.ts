import { createUnionType, Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';

/** All that is held on a buyer. */
@ObjectType({ description: 'All that is held on a buyer, to be given to whom it is about.' })
export class PersonalData {
  @Field({ description: 'A name for the file.' })
  readonly fileName: string;

  @Field({ description: 'JSON text. Files are listed by name; their content is downloaded by itself.' })
  readonly json: string;

  constructor(fileName: string, json: string) {
    this.fileName = fileName;
    this.json = json;
  }
}

/** A buyer's personal data is gone. */
@ObjectType({ description: "A buyer's personal data is gone." })
export class BuyerErased {
  @Field(() => ID, { description: 'The buyer; its row stays without personal data.' })
  readonly buyerId: string;

  @Field(() => Int, { description: 'Rows that were blanked or deleted; 0 when it was done before.' })
  readonly rows: number;

  constructor(buyerId: string, rows: number) {
    this.buyerId = buyerId;
    this.rows = rows;
  }
}

@InputType({ description: 'Erases the personal data of a buyer, for good.' })
export class EraseBuyerInput {
  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field({ description: "The buyer's name, typed by the person who erases." })
  @IsString()
  @MaxLength(1000)
  confirmName!: string;
}

/** Outcome of an export. */
export const PersonalDataResult = createUnionType({
  name: 'PersonalDataResult',
  description: 'The data, or why there is none.',
  types: () => [PersonalData, NotFound] as const,
});

/** Outcome of an erasure. */
export const EraseResult = createUnionType({
  name: 'EraseResult',
  description: 'What was erased, or why nothing was.',
  types: () => [BuyerErased, NotFound, InvalidField] as const,
});

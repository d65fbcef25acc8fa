import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { BuyerGradeEnum } from '../../platform/graphql/grade.enums.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import { StorableText } from '../../platform/graphql/storable-text.ts';
import { Member } from '../../workspaces/index.ts';
import { BuyerRow } from '../buyer.model.ts';
import { BuyerSaved } from '../record/buyer-saved.type.ts';

@ObjectType({
  description: 'A grade that a person set in place of the computed one, with a reason and a day to look again.',
})
export class GradeOverride {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => BuyerRow, { description: 'Whose grade it is.' })
  buyer!: BuyerRow;

  @Field(() => BuyerGradeEnum, { description: 'The grade that was set.' })
  grade!: BuyerGrade;

  @Field(() => BuyerGradeEnum, { description: 'What the rules said when it was set.' })
  computedGrade!: BuyerGrade;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'What the rules say now.' })
  computedNow!: BuyerGrade | null;

  @Field({ description: 'Why.' })
  reason!: string;

  @Field(() => LocalDate, { description: 'Day on which somebody should look at it again.' })
  reviewOn!: string;

  @Field({ description: 'That day has come, in the zone of the workspace.' })
  reviewDue!: boolean;

  @Field(() => Member, { nullable: true, description: 'Who set it; null when a script did.' })
  setBy!: Member | null;

  @Field(() => DateTime, { description: 'When it was set.' })
  setAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was ended; null while it stands.' })
  endedAt!: Date | null;
}

@ObjectType({ description: 'One change of a buyer’s grade, by the rules or by a person.' })
export class GradeChange {
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'The grade before; null for the first.' })
  from!: BuyerGrade | null;

  @Field(() => BuyerGradeEnum, { description: 'The grade after.' })
  to!: BuyerGrade;

  @Field({
    description:
      'message, orders, inquiry_read, inquiry_ended, facts, rules, nightly or merge for a computed grade; override or override_ended for a person’s.',
  })
  cause!: string;

  @Field(() => Float, { nullable: true, description: 'Score of a computed grade, 0 to 100.' })
  score!: number | null;

  @Field(() => Int, { nullable: true, description: 'Version of the rules of a computed grade.' })
  rulesVersion!: number | null;

  @Field(() => String, { nullable: true, description: 'Who caused it, when a member or an API key did.' })
  byName!: string | null;

  @Field(() => String, { nullable: true, description: 'Reason of an override.' })
  reason!: string | null;
}

/** Longest reason, characters; the table allows no more. */
const MAX_REASON = 1_000;

@InputType({ description: 'A grade to set in place of the computed one.' })
export class OverrideGradeInput {
  @Field(() => ID, { description: 'UUID of the override, made by the client; a repeat changes nothing.' })
  @IsUUID()
  id!: string;

  @Field(() => ID, { description: 'The buyer.' })
  @IsUUID()
  buyerId!: string;

  @Field(() => BuyerGradeEnum, { description: 'The grade to set.' })
  @IsIn(['A', 'B', 'C'])
  grade!: BuyerGrade;

  @Field({ description: `Why, 1 to ${MAX_REASON} characters with a letter or a digit among them.` })
  @IsString()
  @MaxLength(MAX_REASON)
  @StorableText()
  reason!: string;

  @Field(() => LocalDate, { description: 'Day to look again: after today and within 366 days.' })
  @IsString()
  reviewOn!: string;
}

export const OverrideGradeResult = createUnionType({
  name: 'OverrideGradeResult',
  description: 'The buyer under its grade, or why nothing was saved.',
  types: () => [BuyerSaved, NotFound, InvalidField] as const,
});

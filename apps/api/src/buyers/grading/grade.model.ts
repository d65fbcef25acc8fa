import { Field, Float, Int, ObjectType, type FieldMiddleware, type MiddlewareContext } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { BuyerGradeEnum } from '../../platform/graphql/grade.enums.ts';
import type { GraphqlContext } from '../../platform/context/request-context.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { maySeeMoney } from '../../platform/permissions/field-permissions.ts';

const MONEY_FACTS: readonly string[] = ['paidLastYear', 'askedValue', 'averageOrder', 'annualPurchase'];

/** Amounts behind the points are left out for those who may not see money; the points are not. */
const factValue: FieldMiddleware = ({ source, context }: MiddlewareContext<GradeInput, GraphqlContext>, next) =>
  MONEY_FACTS.includes(source.key) && !maySeeMoney(context.ctx) ? '' : next();

@ObjectType({ description: 'A fact behind a factor of the grade.' })
export class GradeInput {
  @Field({ description: 'Name of the fact.' })
  key!: string;

  @Field({
    middleware: [factValue],
    description:
      'Its value as text; money in minor units of the rules’ currency. Empty when unknown, and money without money:read.',
  })
  value!: string;

  @Field(() => Float, {
    description:
      'Points it gives. An unknown fact counts a share of its weight (40 % unless the rules say otherwise), never zero.',
  })
  points!: number;

  @Field({ description: 'False when it is unknown.' })
  known!: boolean;

  @Field(() => String, { nullable: true, description: 'Where it was learned.' })
  source!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was learned.' })
  asOf!: Date | null;
}

@ObjectType({ description: 'One of the four things a grade is made of.' })
export class GradeFactor {
  @Field({ description: 'orderScale, companySize, intent or platformLevel.' })
  key!: string;

  @Field(() => Float, { description: 'Points reached.' })
  points!: number;

  @Field(() => Float, { description: 'Points possible.' })
  max!: number;

  @Field({ description: 'True when at least one of its facts is known.' })
  known!: boolean;

  @Field(() => [GradeInput], { description: 'The facts behind it.' })
  inputs!: GradeInput[];
}

@ObjectType({ description: 'Points taken off.' })
export class GradeDeduction {
  @Field({ description: 'lostDispute, unpaidOrder or spamReport.' })
  key!: string;

  @Field(() => Int, { description: 'How often.' })
  count!: number;

  @Field(() => Float, { description: 'Points taken off in all.' })
  points!: number;
}

@ObjectType({ description: 'Why a buyer has its grade: factors less deductions give the score.' })
export class GradeExplanation {
  @Field(() => Float, { description: '0 to 100.' })
  score!: number;

  @Field(() => BuyerGradeEnum, { description: 'The grade that the rules computed.' })
  computedGrade!: BuyerGrade;

  @Field({ description: 'Too little is known: at most B until more is.' })
  provisional!: boolean;

  @Field({ description: 'low, medium or high, by how much is known.' })
  confidence!: string;

  @Field(() => [GradeFactor], { description: 'The four factors.' })
  factors!: GradeFactor[];

  @Field(() => [GradeDeduction], { description: 'What was taken off.' })
  deductions!: GradeDeduction[];

  @Field(() => [String], { description: 'Names of the unknown facts.' })
  missing!: string[];

  @Field(() => Int, { description: 'Version of the grading rules.' })
  rulesVersion!: number;

  @Field({ description: 'ISO 4217 code of the money facts.' })
  currency!: string;

  @Field(() => DateTime, { description: 'When it was computed.' })
  computedAt!: Date;

  @Field({
    description:
      'The score alone would give another grade, but is not as far past the bound as the rules ask (3 points by default).',
  })
  heldByHysteresis!: boolean;
}

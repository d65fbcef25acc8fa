import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { BuyerOrder, BuyerRow } from '../buyers/index.ts';
import { SampleStageEnum } from '../pipeline/index.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { BuyerGradeEnum } from '../platform/graphql/grade.enums.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { moneyField } from '../platform/permissions/field-permissions.ts';
import { Member } from '../workspaces/index.ts';

/** What a sample is for. */
export enum SampleKind {
  EVALUATION = 'evaluation',
  GROWTH = 'growth',
}
registerEnumType(SampleKind, {
  name: 'SampleKind',
  description: 'EVALUATION: it must prove something, cost shared by policy. GROWTH: a gift that helps the buyer sell.',
});

/** How a month's spending stands to its budget; the values are `BudgetState` of libs/crm. */
export enum BudgetStateEnum {
  NONE = 'none',
  WITHIN = 'within',
  NEAR = 'near',
  PASSED = 'passed',
}
registerEnumType(BudgetStateEnum, {
  name: 'BudgetState',
  description: 'NONE: there is no budget. NEAR: from the warning percent on. PASSED: above it; nothing is blocked.',
});

@ObjectType({ description: 'When a sample reached a stage.' })
export class SampleStageTime {
  @Field(() => SampleStageEnum, { description: 'The stage.' })
  stage!: SampleStageEnum;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date | string;
}

@ObjectType({ description: 'A line of a sample.' })
export class SampleItem {
  @Field({ description: 'What it is.' })
  description!: string;

  @Field(() => Int, { description: 'Pieces.' })
  quantity!: number;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Of the whole line; null without money:read.',
  })
  amount!: Money | null;
}

/** A sample for a buyer, on the terms that stood when it was requested. */
@ObjectType({
  implements: () => Node,
  description: 'A sample for a buyer, on the terms that stood when it was requested.',
})
export class SampleRequest extends Node {
  @Field(() => BuyerRow, { description: 'The buyer.' })
  buyer!: BuyerRow;

  @Field(() => ID, { nullable: true, description: 'The conversation it came from.' })
  conversationId!: string | null;

  @Field(() => SampleKind, { description: 'What it is for.' })
  kind!: SampleKind;

  @Field(() => [SampleItem], { description: 'Its lines.' })
  items!: SampleItem[];

  @Field({ description: 'What it must prove.' })
  purpose!: string;

  @Field({ description: 'How we shall know.' })
  successTest!: string;

  @Field(() => String, { nullable: true, description: 'What the buyer said of it.' })
  result!: string | null;

  @Field(() => Money, { nullable: true, middleware: [moneyField], description: 'Goods; null without money:read.' })
  goods!: Money | null;

  @Field(() => Money, { nullable: true, middleware: [moneyField], description: 'Courier; null without money:read.' })
  courier!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Goods and courier; null without money:read.',
  })
  cost!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Buyer’s part; null without money:read.',
  })
  buyerPays!: Money | null;

  @Field(() => Money, { nullable: true, middleware: [moneyField], description: 'Our part; null without money:read.' })
  sellerPays!: Money | null;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'Grade at the request; null when ungraded (as C).' })
  gradeAtRequest!: BuyerGrade | null;

  @Field(() => Int, { nullable: true, description: 'Version of the grading rules behind that grade.' })
  gradingRulesVersion!: number | null;

  @Field(() => Int, { description: 'Version of the sample policy.' })
  policyVersion!: number;

  @Field(() => Int, { description: "Buyer's share by policy, percent." })
  policySharePercent!: number;

  @Field(() => Int, { description: "Buyer's share as it counts, percent." })
  buyerSharePercent!: number;

  @Field(() => String, { nullable: true, description: 'Why the share differs from the policy.' })
  overrideReason!: string | null;

  @Field(() => Member, { nullable: true, description: 'Who set it.' })
  overriddenBy!: Member | null;

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  overriddenAt!: Date | string | null;

  @Field(() => SampleStageEnum, { description: 'How far it is.' })
  stage!: SampleStageEnum;

  @Field(() => DateTime, { description: 'Since when.' })
  stageSince!: Date | string;

  @Field(() => [SampleStageEnum], { description: 'Stages that may follow.' })
  nextStages!: SampleStageEnum[];

  @Field(() => [SampleStageTime], { description: 'Stages it reached, in order.' })
  reached!: SampleStageTime[];

  @Field(() => String, { nullable: true, description: 'Why it was dropped.' })
  dropReason!: string | null;

  @Field(() => BuyerOrder, { nullable: true, description: 'The order it led to.' })
  order!: BuyerOrder | null;

  @Field(() => Member, { nullable: true, description: 'Who requested it.' })
  requestedBy!: Member | null;

  @Field(() => DateTime, { description: 'When.' })
  requestedAt!: Date | string;
}

@ObjectType({ description: 'A page of samples, newest first.' })
export class SampleConnection extends connectionOf('Sample', SampleRequest) {}

@ObjectType({ description: 'What we pay for samples in a month, against the budget.' })
export class SampleBudget {
  @Field({ description: "Month of the workspace's zone, YYYY-MM." })
  month!: string;

  @Field({ description: 'Base currency.' })
  currency!: string;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'The budget; null without one, or without money:read.',
  })
  limit!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description:
      'Our part of the samples requested in the month and not dropped before their approval; null without money:read, and for who sees only own records.',
  })
  spent!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Limit less spent, below zero when passed; null without a budget, and where spent is.',
  })
  remaining!: Money | null;

  @Field(() => Int, { description: 'Percent of the budget from which on it warns.' })
  warnAtPercent!: number;

  @Field(() => BudgetStateEnum, { description: 'How spending stands to the budget.' })
  state!: BudgetStateEnum;
}

@ObjectType({ description: 'What a sample would cost whom, before it is requested.' })
export class SampleQuote {
  @Field(() => BuyerGradeEnum, { nullable: true, description: 'The grade now; null when ungraded (as C).' })
  gradeAtRequest!: BuyerGrade | null;

  @Field(() => Int, { description: "Buyer's share, percent." })
  buyerSharePercent!: number;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Goods and courier; null without money:read.',
  })
  cost!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Buyer’s part; null without money:read.',
  })
  buyerPays!: Money | null;

  @Field(() => Money, { nullable: true, middleware: [moneyField], description: 'Our part; null without money:read.' })
  sellerPays!: Money | null;

  @Field(() => Int, { description: 'Version of the sample policy.' })
  policyVersion!: number;

  @Field(() => SampleBudget, { description: 'The month as it would stand with this sample.' })
  budget!: SampleBudget;

  @Field({ description: 'With this sample the budget would be passed; a warning, it blocks nothing.' })
  passesBudget!: boolean;
}

@ObjectType({ description: 'What became of the samples that were requested in a period.' })
export class SampleFunnelRow {
  @Field({ description: 'ALL; or A, B, C, NONE by grade at the request; or the country, NONE when unknown.' })
  key!: string;

  @Field(() => Int, { description: 'Requested.' })
  requested!: number;

  @Field(() => Int, { description: 'Of those, approved.' })
  approved!: number;

  @Field(() => Int, { description: 'Of those, sent.' })
  sent!: number;

  @Field(() => Int, { description: 'Of those, arrived.' })
  arrived!: number;

  @Field(() => Int, { description: 'Of those, with feedback.' })
  feedback!: number;

  @Field(() => Int, { description: 'Of those, led to a paid order.' })
  converted!: number;

  @Field(() => Int, { description: 'Of those, dropped.' })
  dropped!: number;

  @Field(() => Float, { nullable: true, description: 'Converted of requested, 0 to 1; null when none was requested.' })
  conversionRate!: number | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Cost of those not dropped before their approval, base currency; null without money:read.',
  })
  cost!: Money | null;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Our part of it; null without money:read.',
  })
  sellerPaid!: Money | null;
}

@ObjectType({ description: 'Sample conversion of a cohort: samples requested in a period. Growth gifts are left out.' })
export class SampleFunnel {
  @Field(() => [SampleFunnelRow], { description: 'One row of everything, key ALL.' })
  rows!: SampleFunnelRow[];

  @Field(() => [SampleFunnelRow], { description: 'By grade at the request.' })
  byGrade!: SampleFunnelRow[];

  @Field(() => [SampleFunnelRow], { description: 'By country of the buyer, most samples first.' })
  byCountry!: SampleFunnelRow[];
}

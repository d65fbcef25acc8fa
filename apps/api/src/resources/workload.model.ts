import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { BuyerRow } from '../buyers/index.ts';
import { BuyerGradeEnum } from '../platform/graphql/grade.enums.ts';
import { Money } from '../platform/graphql/money.type.ts';
import { moneyField } from '../platform/permissions/field-permissions.ts';
import { Member } from '../workspaces/index.ts';

const HOURS =
  'estimated: delivered replies, internal notes and sample requests of the period, each at the minutes of the rules';

@ObjectType({ description: 'What one member carries.' })
export class MemberWorkload {
  @Field(() => Member, { description: 'The member.' })
  member!: Member;

  @Field({ description: 'Key of the role.' })
  role!: string;

  @Field(() => Int, { description: 'Buyers the member may own: their own capacity, else the default of the rules.' })
  capacity!: number;

  @Field(() => Int, { description: 'A buyers owned now.' })
  buyersA!: number;

  @Field(() => Int, { description: 'B buyers owned now.' })
  buyersB!: number;

  @Field(() => Int, { description: 'C buyers owned now, with those not graded yet.' })
  buyersC!: number;

  @Field(() => Int, {
    description:
      'Conversations that wait for a first response: assigned to the member, or unassigned of buyers they own.',
  })
  waiting!: number;

  @Field(() => Int, { description: 'Replies of the period that were delivered.' })
  replies!: number;

  @Field(() => Float, { description: `Hours, ${HOURS}.` })
  hours!: number;

  @Field(() => Float, { description: `Hours for buyers who are A now, ${HOURS}.` })
  hoursA!: number;

  @Field(() => Float, { description: `Hours for buyers who are B now, ${HOURS}.` })
  hoursB!: number;

  @Field(() => Float, { description: `Hours for buyers who are C or ungraded now, ${HOURS}.` })
  hoursC!: number;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Paid in the period by the buyers owned now, base currency; null without money:read.',
  })
  revenue!: Money | null;
}

@ObjectType({ description: 'Effort for one grade beside what it brings.' })
export class GradeEffort {
  @Field(() => BuyerGradeEnum, { description: 'The grade; C holds those not graded yet.' })
  grade!: BuyerGrade;

  @Field(() => Int, { description: 'Buyers of the grade now.' })
  buyers!: number;

  @Field(() => Float, { description: `Hours of everybody, ${HOURS}.` })
  hours!: number;

  @Field(() => Float, { description: 'Share of all hours, percent; 0 when there are none.' })
  hoursSharePercent!: number;

  @Field(() => Int, { description: 'Share of the hours that the rules aim at, percent.' })
  targetSharePercent!: number;

  @Field(() => Money, {
    nullable: true,
    middleware: [moneyField],
    description: 'Paid in the period, base currency; null without money:read.',
  })
  revenue!: Money | null;

  @Field(() => Float, {
    nullable: true,
    middleware: [moneyField],
    description: 'Share of all revenue, percent; null when there is none, or without money:read.',
  })
  revenueSharePercent!: number | null;
}

@ObjectType({ description: 'A buyer whose owner breaks the assignment rules.' })
export class AssignmentViolation {
  @Field(() => BuyerRow, { description: 'The buyer.' })
  buyer!: BuyerRow;

  @Field(() => Member, { description: 'Its owner.' })
  owner!: Member;

  @Field({
    description:
      'Stable code. a_needs_senior: an A buyer whose owner is in none of the pools for A; owner_outside_pools: the same for B or C; owner_left: the membership has ended.',
  })
  rule!: string;
}

@ObjectType({ description: 'Effort per member and per grade, beside revenue.' })
export class Workload {
  @Field(() => Int, { description: 'Days of the period, today included, in the zone of the workspace.' })
  days!: number;

  @Field(() => [MemberWorkload], {
    description: 'Members whom the rules name, who own buyers, or who worked; by name.',
  })
  members!: MemberWorkload[];

  @Field(() => [GradeEffort], { description: 'A, B, C.' })
  grades!: GradeEffort[];

  @Field(() => [AssignmentViolation], {
    description: 'Buyers whose owner breaks the rules, best grade first; at most 200. Nothing is moved by itself.',
  })
  violations!: AssignmentViolation[];

  @Field(() => Int, { description: 'Buyers without an owner.' })
  unassigned!: number;
}

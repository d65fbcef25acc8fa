import { createUnionType, Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade } from '@dangol/crm';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsBoolean, IsEnum, IsInt, IsString, MaxLength, ValidateNested } from 'class-validator';
import { BuyerGradeEnum } from '../platform/graphql/grade.enums.ts';
import { DateTime } from '../platform/graphql/scalars.ts';
import { InvalidField, RulesMoved } from '../platform/graphql/shared-refusals.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { Member } from '../workspaces/index.ts';

@ObjectType({ description: 'People who may own a buyer of a grade.' })
export class AssignmentPool {
  @Field(() => [String], { description: 'Keys of their roles.' })
  roles!: readonly string[];

  @Field({ description: 'Only those who own fewer buyers than their capacity.' })
  onlyWithSpareCapacity!: boolean;
}

@ObjectType({ description: 'Who serves the buyers of one grade. A buyer without a grade is served as C.' })
export class AssignmentRule {
  @Field(() => BuyerGradeEnum, { description: 'The grade.' })
  grade!: BuyerGrade;

  @Field(() => [AssignmentPool], {
    description:
      'Tried in this order; in the first pool with somebody who may take the buyer, the least load for its capacity decides.',
  })
  pools!: readonly AssignmentPool[];

  @Field({ description: 'The assistant serves first: nobody owns the buyer until a person takes it.' })
  assistantFirst!: boolean;

  @Field(() => Int, { description: 'Share of the hours that the grade should take, percent; the three make 100.' })
  targetSharePercent!: number;
}

@ObjectType({
  description: 'A version of the rules by which buyers get their owners, and what an act is taken to last.',
})
export class AssignmentRules {
  @Field(() => Int, { description: 'Version; 1 is the default of a new workspace.' })
  version!: number;

  @Field(() => [AssignmentRule], { description: 'A, B, C.' })
  grades!: AssignmentRule[];

  @Field(() => Int, { description: 'Minutes that one delivered reply is taken to last.' })
  minutesPerReply!: number;

  @Field(() => Int, { description: 'Minutes that one internal note is taken to last.' })
  minutesPerNote!: number;

  @Field(() => Int, { description: 'Minutes that one sample request is taken to last.' })
  minutesPerSample!: number;

  @Field(() => Int, { description: 'Buyers that a member without a capacity of their own may own.' })
  defaultCapacity!: number;

  @Field(() => DateTime, { description: 'When it was saved; of the default, when the workspace was made.' })
  createdAt!: Date;

  @Field(() => Member, { nullable: true, description: 'Who saved it; null for the default.' })
  createdBy!: Member | null;
}

@InputType({ description: 'People who may own a buyer of a grade.' })
export class AssignmentPoolInput {
  @Field(() => [String], { description: 'Keys of roles of the workspace, each once, at least one.' })
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  @StorableText()
  roles!: string[];

  @Field({ description: 'Only those who own fewer buyers than their capacity.' })
  @IsBoolean()
  onlyWithSpareCapacity!: boolean;
}

@InputType({ description: 'Who serves the buyers of one grade.' })
export class AssignmentRuleInput {
  @Field(() => BuyerGradeEnum, { description: 'The grade.' })
  @IsEnum(BuyerGradeEnum)
  grade!: BuyerGrade;

  @Field(() => [AssignmentPoolInput], { description: '1 to 5 pools, tried in this order.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AssignmentPoolInput)
  pools!: AssignmentPoolInput[];

  @Field({ description: 'The assistant serves first: nobody owns the buyer until a person takes it.' })
  @IsBoolean()
  assistantFirst!: boolean;

  @Field(() => Int, { description: 'Share of the hours, percent; the three make 100.' })
  @IsInt()
  targetSharePercent!: number;
}

@InputType({ description: 'A new version of the assignment rules.' })
export class AssignmentRulesInput {
  @Field(() => [AssignmentRuleInput], { description: 'A, B and C, each once.' })
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => AssignmentRuleInput)
  grades!: AssignmentRuleInput[];

  @Field(() => Int, { description: 'Minutes of a delivered reply, 0 to 480.' })
  @IsInt()
  minutesPerReply!: number;

  @Field(() => Int, { description: 'Minutes of an internal note, 0 to 480.' })
  @IsInt()
  minutesPerNote!: number;

  @Field(() => Int, { description: 'Minutes of a sample request, 0 to 480.' })
  @IsInt()
  minutesPerSample!: number;

  @Field(() => Int, { description: 'Capacity of members without their own, 0 to 10,000.' })
  @IsInt()
  defaultCapacity!: number;

  @Field(() => Int, { description: 'The version that was edited; another one saved meanwhile answers RulesMoved.' })
  @IsInt()
  basedOn!: number;
}

/** Outcome of saving assignment rules. */
export const SaveAssignmentRulesResult = createUnionType({
  name: 'SaveAssignmentRulesResult',
  description: 'Outcome of saving assignment rules.',
  types: () => [AssignmentRules, RulesMoved, InvalidField] as const,
});

@ObjectType({ description: 'Whom the rules name for a buyer, as loads stand now.' })
export class OwnerSuggestion {
  @Field(() => Member, { nullable: true, description: 'The member; null when the rules name nobody.' })
  member!: Member | null;

  @Field({
    description:
      'Stable code. first_pool or later_pool: which pool decided. Without a member: assistant_first, nobody_eligible (the pools hold nobody) or nobody_spare (all are full).',
  })
  reason!: string;
}

@ObjectType({ description: 'How many unowned buyers got an owner.' })
export class AssignedBuyers {
  @Field(() => Int, { description: 'Buyers that got an owner.' })
  assigned!: number;

  @Field(() => Int, { description: 'Buyers that still have none: the assistant serves them, or nobody may take them.' })
  left!: number;
}

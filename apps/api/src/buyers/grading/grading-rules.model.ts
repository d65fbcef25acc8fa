import { createUnionType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import type { BuyerGrade, GradingRules, RuleProblem as Problem } from '@dangol/crm';
import { BuyerGradeEnum } from '../../platform/graphql/grade.enums.ts';
import { Refusal } from '../../platform/graphql/refusal.type.ts';
import { DateTime, JsonScalar } from '../../platform/graphql/scalars.ts';
import { RulesMoved } from '../../platform/graphql/shared-refusals.ts';
import { Member } from '../../workspaces/index.ts';
import { BuyerRow } from '../buyer.model.ts';

@ObjectType({ description: 'A version of the rules by which buyers are graded.' })
export class GradingRulesVersion {
  @Field(() => Int, { description: 'Version, from 1.' })
  version!: number;

  @Field(() => JsonScalar, { description: 'The rules; money corners in minor units of their currency.' })
  rules!: GradingRules;

  @Field(() => DateTime, { description: 'When it was saved.' })
  createdAt!: Date;

  @Field(() => Member, { nullable: true, description: 'Who saved it; null when a script did.' })
  createdBy!: Member | null;

  @Field({ description: 'The newest one, by which buyers are graded.' })
  current!: boolean;
}

@ObjectType({ description: 'How many buyers would go from one computed grade to another.' })
export class GradeMove {
  @Field(() => BuyerGradeEnum, { nullable: true, description: 'The computed grade now; null when there is none yet.' })
  from!: BuyerGrade | null;

  @Field(() => BuyerGradeEnum, { description: 'The computed grade under the previewed rules.' })
  to!: BuyerGrade;

  @Field(() => Int, { description: 'Buyers.' })
  count!: number;
}

@ObjectType({ description: 'A buyer whose computed grade would change.' })
export class GradeExample {
  @Field(() => BuyerRow, { description: 'The buyer.' })
  buyer!: BuyerRow;

  @Field(() => BuyerGradeEnum, { nullable: true, description: 'The computed grade now.' })
  from!: BuyerGrade | null;

  @Field(() => BuyerGradeEnum, { description: 'The computed grade under the previewed rules.' })
  to!: BuyerGrade;

  @Field(() => Float, { nullable: true, description: 'Score now.' })
  fromScore!: number | null;

  @Field(() => Float, { description: 'Score under the previewed rules.' })
  toScore!: number;
}

@ObjectType({ description: 'What saving these rules would change; nothing was changed.' })
export class GradingPreview {
  @Field(() => Int, { description: 'Buyers looked at.' })
  total!: number;

  @Field(() => Int, { description: 'Buyers whose computed grade would change.' })
  changed!: number;

  @Field(() => [GradeMove], { description: 'The changes by grade before and after.' })
  moves!: GradeMove[];

  @Field(() => [GradeExample], { description: 'Up to 10 of them, those whose score moves most first.' })
  examples!: GradeExample[];
}

@ObjectType({ description: 'What is wrong with one place of the rules.' })
export class RuleProblem {
  @Field({ description: 'Dotted path inside the rules.' })
  path!: string;

  @Field(() => String, {
    description:
      'missing, unknown_key, not_a_number, not_a_list, out_of_range, not_rising, not_whole, unknown_type, wrong_currency, weights_not_100, facts_not_weight or bounds_crossed.',
  })
  problem!: Problem['problem'];
}

@ObjectType({ implements: () => Refusal, description: 'The rules contradict themselves; nothing was saved.' })
export class InvalidRules extends Refusal {
  @Field(() => [RuleProblem], { description: 'What is wrong, one entry for each place.' })
  readonly problems: RuleProblem[];

  constructor(problems: RuleProblem[]) {
    super('INVALID_RULES', 'the rules contradict themselves');
    this.problems = problems;
  }
}

@ObjectType({ description: 'Rules as saved; everyone was graded by them.' })
export class GradingRulesSaved {
  @Field(() => GradingRulesVersion, { description: 'The new version.' })
  readonly rules: GradingRulesVersion;

  @Field(() => Int, { description: 'Buyers whose computed grade changed.' })
  readonly changed: number;

  constructor(rules: GradingRulesVersion, changed: number) {
    this.rules = rules;
    this.changed = changed;
  }
}

export const GradingPreviewResult = createUnionType({
  name: 'GradingPreviewResult',
  description: 'The preview, or what is wrong with the rules.',
  types: () => [GradingPreview, InvalidRules] as const,
});

export const SaveGradingRulesResult = createUnionType({
  name: 'SaveGradingRulesResult',
  description: 'The new version, or why nothing was saved.',
  types: () => [GradingRulesSaved, InvalidRules, RulesMoved] as const,
});

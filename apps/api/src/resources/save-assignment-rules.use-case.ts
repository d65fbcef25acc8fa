import { Injectable } from '@nestjs/common';
import { findAssignmentRulesProblem, type AssignmentRules, type BuyerGrade } from '@dangol/crm';
import {
  AssignmentRulesRepository,
  EventLog,
  newId,
  refuse,
  RolesRepository,
  TenantDatabase,
  UnitOfWork,
  type Refused,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { InvalidField, RulesMoved } from '../platform/graphql/shared-refusals.ts';
import type { AssignmentRulesInput } from './assignment-rules.model.ts';
import { lockAssignment, queryAssignmentRules } from './assignment-rules.query.ts';

const GRADES: readonly BuyerGrade[] = ['A', 'B', 'C'];

/** The version saved. */
export type SaveAssignmentRulesOutcome = { version: number } | Refused<RulesMoved | InvalidField>;

/** Saves the next version of the rules. Owners stay as they are: rules decide about the buyers to come. */
@Injectable()
export class SaveAssignmentRulesUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly stored: AssignmentRulesRepository,
    private readonly roles: RolesRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, input: AssignmentRulesInput): Promise<SaveAssignmentRulesOutcome> {
    return this.unitOfWork.run<SaveAssignmentRulesOutcome>(ctx, async () => {
      await lockAssignment(this.database, ctx);
      const { version: standing } = (await queryAssignmentRules(this.database, ctx)).rules;
      if (input.basedOn !== standing) return refuse(new RulesMoved(standing));
      const rules = toRules(input);
      if (!rules) return refuse(new InvalidField('grades', 'must hold A, B and C, each once'));
      const roles = (await this.roles.find(ctx, {})).map(({ key }) => key);
      const problem = findAssignmentRulesProblem(rules, roles);
      if (problem) return refuse(new InvalidField(problem.path, problem.problem));
      const [id, version] = [newId(), standing + 1];
      const createdBy = ctx.member?.id ?? null;
      await this.stored.insert(ctx, { id, version, rules, createdBy, createdAt: this.clock.now() });
      this.events.append(ctx, {
        verb: 'assignment_rules.saved',
        subjectKind: 'assignment_rules',
        subjectId: id,
        data: { from: standing, to: version },
      });
      return { version };
    });
  }
}

function toRules(input: AssignmentRulesInput): Omit<AssignmentRules, 'version'> | null {
  const { grades, basedOn: _, ...rest } = input;
  const given = new Map(grades.map(({ grade, ...rule }) => [grade, rule]));
  const [A, B, C] = GRADES.map((grade) => given.get(grade));
  if (!A || !B || !C || grades.length > GRADES.length) return null;
  return { ...rest, grades: { A, B, C } };
}

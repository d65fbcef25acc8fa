import { Injectable } from '@nestjs/common';
import {
  EventLog,
  GoalsRepository,
  MembersRepository,
  refuse,
  TenantDatabase,
  UnitOfWork,
  type GoalEntity,
  type Refused,
  type TenantContext,
} from '@dangol/db';
import { queryBaseCurrency, queryRates } from '../exchange-rates/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { Removed } from '../platform/graphql/removed.type.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { findGoalProblem, goalName } from './find-goal-problem.ts';
import type { SaveGoalInput } from './goal.model.ts';

/** Goals of a workspace; a team steers by a handful. */
const MOST = 100;

/** The id of the stored goal. */
export type SaveGoalOutcome = { goalId: string } | Refused<InvalidField>;

/** Makes, changes and removes goals. */
@Injectable()
export class SaveGoalUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly goals: GoalsRepository,
    private readonly members: MembersRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: TenantContext, input: SaveGoalInput): Promise<SaveGoalOutcome> {
    return this.unitOfWork.run<SaveGoalOutcome>(ctx, async () => {
      const problem = findGoalProblem(input) ?? (await this.findStoredProblem(ctx, input));
      if (problem) return refuse(problem);
      const now = this.clock.now();
      const row = { ...rowOf(input), updatedAt: now };
      const createdBy = ctx.actor.kind === 'member' ? ctx.actor.id : null;
      const made = await this.goals.insertIfNew(ctx, { id: input.id, ...row, createdBy, createdAt: now }, ['id']);
      if (!made) await this.goals.update(ctx, input.id, row);
      const { year, currency, counted } = row;
      const data = { year, currency, counted, targetMinor: row.targetMinor.toString() };
      this.append(ctx, made ? 'goal.created' : 'goal.changed', input.id, data);
      return { goalId: input.id };
    });
  }

  remove(ctx: TenantContext, id: string): Promise<Removed | Refused<NotFound>> {
    return this.unitOfWork.run<Removed | Refused<NotFound>>(ctx, async () => {
      if (!(await this.goals.findById(ctx, id, { lock: true }))) return refuse(new NotFound());
      await this.goals.delete(ctx, id);
      this.append(ctx, 'goal.removed', id, {});
      return new Removed(id);
    });
  }

  private async findStoredProblem(ctx: TenantContext, input: SaveGoalInput): Promise<InvalidField | null> {
    const { baseCurrency, today } = await queryBaseCurrency(this.database, ctx, this.clock.now());
    const rates = await queryRates(this.database, ctx, baseCurrency, [input.currency], today);
    if (!rates.has(input.currency))
      return new InvalidField('currency', `no exchange rate from ${input.currency} to ${baseCurrency}`);
    if (input.ownerId && (await this.members.findById(ctx, input.ownerId))?.status !== 'active')
      return new InvalidField('ownerId', 'no active member');
    const stored = await this.goals.find(ctx, {}, { limit: MOST });
    if (stored.length === MOST && !(await this.goals.findById(ctx, input.id)))
      return new InvalidField('id', `there may be at most ${MOST} goals`);
    return null;
  }

  private append(ctx: TenantContext, verb: string, subjectId: string, data: Record<string, unknown>): void {
    this.events.append(ctx, { verb, subjectKind: 'goal', subjectId, data });
  }
}

function rowOf(input: SaveGoalInput) {
  return {
    name: goalName(input)!, // checked before
    year: input.year,
    targetMinor: input.targetMinor,
    currency: input.currency,
    counted: input.counted as GoalEntity['counted'],
    groups: input.groups.map(({ grade, buyers, averageOrderMinor }) => ({
      grade,
      buyers,
      averageOrderMinor: averageOrderMinor.toString(), // JSON holds no bigint
    })),
    ownerId: input.ownerId ?? null,
    dueOn: input.dueOn,
  };
}

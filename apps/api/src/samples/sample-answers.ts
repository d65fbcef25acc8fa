import { Injectable } from '@nestjs/common';
import { TenantDatabase, UnitOfWork, isRefused, refuse, type Refused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { SampleSaved } from './sample.input.ts';
import { budgetOf, querySpentInMonth } from './sample-budget.query.ts';
import { queryCurrentPolicy } from './sample-policy.query.ts';
import type { SampleBudget } from './sample.model.ts';
import { querySample } from './samples.query.ts';

/** What every change to a sample answers: the sample as it stands, and what the month's budget says. */
@Injectable()
export class SampleAnswers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
  ) {}

  /**
   * Runs a change in its unit, then reads what is answered: the month is summed over the whole workspace, which a unit of
   * somebody who sees only own records cannot do.
   */
  async after<Refusal>(
    ctx: RequestContext,
    change: () => Promise<string | Refused<Refusal>>,
  ): Promise<SampleSaved | Refused<Refusal | NotFound>> {
    const changed = await this.unitOfWork.run(ctx, change);
    if (isRefused(changed)) return changed;
    const sample = await querySample(this.database, ctx, changed);
    if (!sample) return refuse(new NotFound());
    return Object.assign(new SampleSaved(), { sample, budget: await this.budget(ctx) });
  }

  /** The budget of this month. */
  async budget(ctx: RequestContext): Promise<SampleBudget> {
    const { policy } = await queryCurrentPolicy(this.database, ctx);
    return budgetOf(await querySpentInMonth(this.database, ctx, this.clock.now()), policy, !ctx.ownRecordsOnly);
  }
}

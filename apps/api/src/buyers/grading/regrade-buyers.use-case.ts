import { Injectable } from '@nestjs/common';
import { EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { lockRules, queryCurrentRules } from './current-rules.query.ts';
import type { GradingCause } from './grading-cause.ts';
import { regradeBuyers, type RegradedBuyer } from './regraded-buyers.query.ts';
import { NightlyUpkeep } from './nightly-upkeep.ts';
import { WaitingClocks } from './waiting-clocks.ts';

/** Grades many buyers in one statement: every night, under new rules, and after an import. */
@Injectable()
export class RegradeBuyersUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly clocks: WaitingClocks,
    private readonly nightly: NightlyUpkeep,
    private readonly events: EventLog,
  ) {}

  /** Answers the buyers that moved. */
  execute(
    ctx: TenantContext,
    buyerIds: readonly string[] | 'all',
    cause: GradingCause,
    now: Date,
  ): Promise<RegradedBuyer[]> {
    return this.unitOfWork.run(ctx, async () => {
      await lockRules(this.database, ctx, 'shared');
      const rules = await queryCurrentRules(this.database, ctx);
      const moved = await regradeBuyers(this.database, ctx, rules, now, buyerIds);
      for (const { id, from, to, score } of moved.filter((buyer) => buyer.from !== buyer.to)) {
        this.events.append(ctx, {
          verb: 'buyer.graded',
          subjectKind: 'buyer',
          subjectId: id,
          buyerId: id,
          data: { from, to, score, rulesVersion: rules.version, cause },
        });
      }
      const placed = moved.filter(({ placeMoved }) => placeMoved).map(({ id }) => id);
      await this.clocks.refresh(ctx, placed, now);
      await this.nightly.plan(ctx, now);
      return moved;
    });
  }
}

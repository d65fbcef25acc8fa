import { Injectable } from '@nestjs/common';
import { gradeBuyer, gradeRank, levelRank, type GradeResult } from '@dangol/crm';
import { BuyersRepository, EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { queryBuyerFacts, type BuyerFactsRow } from './buyer-facts.query.ts';
import { lockRules, queryCurrentRules } from './current-rules.query.ts';
import type { GradingEffect, GradingCause } from './grading-cause.ts';
import { NightlyUpkeep } from './nightly-upkeep.ts';

/**
 * Grades one buyer from the facts as they stand, stores the explanation, and moves the buyer's conversations in the queue. A
 * person's override stays the effective grade; the computed one goes on beside it.
 */
@Injectable()
export class GradeBuyerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly nightly: NightlyUpkeep,
    private readonly events: EventLog,
  ) {}

  execute(ctx: TenantContext, buyerId: string, cause: GradingCause, now: Date): Promise<GradingEffect> {
    return this.unitOfWork.run(ctx, async () => {
      // Facts are read once nobody else can be grading the buyer: the later of two gradings sees what the earlier one saw.
      if (!(await this.buyers.findById(ctx, buyerId, { lock: true }))) return { changed: false };
      await lockRules(this.database, ctx, 'shared');
      const rules = await queryCurrentRules(this.database, ctx);
      const [row] = await queryBuyerFacts(this.database, ctx, [buyerId], rules.currency, now);
      if (!row) return { changed: false };
      const result = gradeBuyer(row.facts, rules, row.previousGrade, now.getTime());
      await this.store(ctx, row, result, now);
      if (result.grade !== row.previousGrade) this.append(ctx, row, result, cause);
      await this.nightly.plan(ctx, now);
      const effective = row.overrideGrade ?? result.grade;
      return { changed: effective !== row.effectiveGrade || levelRank(row.bestLevel) !== row.levelRank };
    });
  }

  private append(ctx: TenantContext, row: BuyerFactsRow, result: GradeResult, cause: GradingCause): void {
    this.events.append(ctx, {
      verb: 'buyer.graded',
      subjectKind: 'buyer',
      subjectId: row.id,
      buyerId: row.id,
      data: {
        from: row.previousGrade,
        to: result.grade,
        score: result.score,
        rulesVersion: result.rulesVersion,
        cause,
      },
    });
  }

  private async store(ctx: TenantContext, row: BuyerFactsRow, result: GradeResult, now: Date): Promise<void> {
    const grade = row.overrideGrade ?? result.grade;
    const ranks = { gradeRank: gradeRank(grade), levelRank: levelRank(row.bestLevel) };
    await this.buyers.update(ctx, row.id, {
      grade,
      computedGrade: result.grade,
      score: result.score.toFixed(2),
      provisional: result.provisional,
      platformLevel: row.bestLevel,
      ...ranks,
      grading: result,
      gradingRulesVersion: result.rulesVersion,
      gradedAt: now,
      gradedFacts: row.factsKey,
    });
    await this.database.query(
      ctx,
      `update conversations set grade_rank = $3, level_rank = $4
       where workspace_id = $1 and buyer_id = $2 and (grade_rank, level_rank) is distinct from ($3::smallint, $4::smallint)`,
      [ctx.workspaceId, row.id, ranks.gradeRank, ranks.levelRank],
    );
  }
}

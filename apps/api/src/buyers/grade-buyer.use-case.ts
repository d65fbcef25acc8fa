import { Injectable } from '@nestjs/common';
import { gradeBuyer, gradeRank, levelRank, type GradeResult, type GradingRules } from '@dangol/crm';
import { BuyersRepository, EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { queryBuyerFacts, type BuyerFactsRow } from './buyer-facts.query.ts';

/** Why a grade is computed anew; kept with the event. */
export type GradingCause = 'message' | 'orders' | 'inquiry_read' | 'inquiry_ended' | 'manual';

/** What changed, so that the caller can re-derive what depends on it. */
export interface GradeChange {
  changed: boolean;
}

/** Grades one buyer from the facts as they stand, stores the explanation, and moves the buyer's conversations in the queue. */
@Injectable()
export class GradeBuyerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly events: EventLog,
  ) {}

  execute(ctx: TenantContext, buyerId: string, cause: GradingCause, now: Date): Promise<GradeChange> {
    return this.unitOfWork.run(ctx, async () => {
      const rules = await this.currentRules(ctx);
      const [row] = await queryBuyerFacts(this.database, ctx, [buyerId], rules.currency, now);
      if (!row) return { changed: false };
      const result = gradeBuyer(row.facts, rules, row.previousGrade, now.getTime());
      const levelMoved = await this.store(ctx, row, result, now);
      const gradeMoved = result.grade !== row.previousGrade;
      if (gradeMoved) {
        this.events.append(ctx, {
          verb: 'buyer.graded',
          subjectKind: 'buyer',
          subjectId: buyerId,
          buyerId,
          data: { from: row.previousGrade, to: result.grade, score: result.score, rulesVersion: rules.version, cause },
        });
      }
      return { changed: gradeMoved || levelMoved };
    });
  }

  private async store(ctx: TenantContext, row: BuyerFactsRow, result: GradeResult, now: Date): Promise<boolean> {
    const ranks = { gradeRank: gradeRank(result.grade), levelRank: levelRank(row.bestLevel) };
    const before = await this.buyers.getById(ctx, row.id);
    await this.buyers.update(ctx, row.id, {
      grade: result.grade,
      platformLevel: row.bestLevel,
      ...ranks,
      grading: result,
      gradingRulesVersion: result.rulesVersion,
      gradedAt: now,
      orderCount: row.orderCount,
      firstOrderAt: row.firstOrderAt,
      lastOrderAt: row.lastOrderAt,
    });
    await this.database.query(
      ctx,
      `update conversations set grade_rank = $3, level_rank = $4
       where workspace_id = $1 and buyer_id = $2 and (grade_rank, level_rank) is distinct from ($3::smallint, $4::smallint)`,
      [ctx.workspaceId, row.id, ranks.gradeRank, ranks.levelRank],
    );
    return before.levelRank !== ranks.levelRank;
  }

  private async currentRules(ctx: TenantContext): Promise<GradingRules> {
    const [row] = await this.database.query<{ rules: GradingRules }>(
      ctx,
      `select rules from grading_rules where workspace_id = $1 order by version desc limit 1`,
      [ctx.workspaceId],
      { name: 'current-grading-rules' },
    );
    if (!row) throw new Error(`Workspace ${ctx.workspaceId} has no grading rules`);
    return row.rules;
  }
}

import { Injectable } from '@nestjs/common';
import type { BuyerGrade } from '@dangol/crm';
import {
  BuyersRepository,
  EventLog,
  GradeOverridesRepository,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type GradeOverrideEntity,
  type Refused,
  type TenantContext,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { CodedError } from '../../platform/errors/coded-error.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import { GradeBuyerUseCase } from './grade-buyer.use-case.ts';
import type { OverrideGradeInput } from './grade-override.model.ts';
import { WaitingClocks } from './waiting-clocks.ts';

/** The buyer's id, to be read anew. */
export type OverrideOutcome = { buyerId: string } | Refused<NotFound | InvalidField>;

/** A year and a day: nobody's judgement should stand longer without a second look. */
const LONGEST_REVIEW_DAYS = 366;

/**
 * A person's grade in place of the computed one (spec crm): with a reason and a day of review, beside the computed grade, which
 * goes on. The queue and due times follow it exactly as they follow a computed grade. The reason stays in the row, never in
 * an event: it may name people.
 */
@Injectable()
export class OverrideGradeUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly overrides: GradeOverridesRepository,
    private readonly gradeBuyer: GradeBuyerUseCase,
    private readonly clocks: WaitingClocks,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Sets it; one that stands already is ended by it. The same id again changes nothing. */
  override(ctx: TenantContext, input: OverrideGradeInput): Promise<OverrideOutcome> {
    return this.unitOfWork.run<OverrideOutcome>(ctx, async () => {
      const now = this.clock.now();
      const buyer = await this.buyers.findById(ctx, input.buyerId, { lock: true });
      if (!buyer || buyer.erasedAt) return refuse(new NotFound());
      const known = await this.overrides.findById(ctx, input.id);
      if (known) return sameOverride(known, input);
      const problem = problemWith(input, await this.reviewDays(ctx, now));
      if (problem) return refuse(problem);
      const standing = await this.standing(ctx, buyer.id);
      if (standing) await this.overrides.update(ctx, standing.id, { endedAt: now, endedBy: memberOf(ctx) });
      const computed = await this.computedGrade(ctx, buyer.id, now);
      await this.overrides.insert(ctx, {
        id: input.id,
        buyerId: buyer.id,
        grade: input.grade,
        computedGrade: computed,
        reason: input.reason.trim(),
        reviewOn: input.reviewOn,
        setBy: memberOf(ctx),
        setAt: now,
      });
      this.append(ctx, 'buyer.grade_overridden', input.buyerId, {
        overrideId: input.id,
        from: standing?.grade ?? computed,
        to: input.grade,
        computed,
        reviewOn: input.reviewOn,
      });
      await this.follow(ctx, buyer.id, now);
      return { buyerId: buyer.id };
    });
  }

  /** Ends the one that stands: the computed grade is the grade again. Without one nothing changes. */
  end(ctx: TenantContext, buyerId: string): Promise<OverrideOutcome> {
    return this.unitOfWork.run<OverrideOutcome>(ctx, async () => {
      const now = this.clock.now();
      if (!(await this.buyers.findById(ctx, buyerId, { lock: true }))) return refuse(new NotFound());
      const standing = await this.standing(ctx, buyerId);
      if (!standing) return { buyerId };
      await this.overrides.update(ctx, standing.id, { endedAt: now, endedBy: memberOf(ctx) });
      await this.follow(ctx, buyerId, now);
      const computed = await this.computedGrade(ctx, buyerId, now);
      this.append(ctx, 'buyer.grade_override_ended', buyerId, {
        overrideId: standing.id,
        from: standing.grade,
        to: computed,
      });
      return { buyerId };
    });
  }

  /** Makes the grade that now holds the effective one, for the buyer, its conversations and their due times. */
  private async follow(ctx: TenantContext, buyerId: string, now: Date): Promise<void> {
    const { changed } = await this.gradeBuyer.execute(ctx, buyerId, 'facts', now);
    if (changed) await this.clocks.refresh(ctx, [buyerId], now);
  }

  private async standing(ctx: TenantContext, buyerId: string): Promise<GradeOverrideEntity | null> {
    const [row] = await this.overrides.find(ctx, { buyerId, endedAt: null }, { limit: 1 });
    return row ?? null;
  }

  /** What the rules say; a buyer that nothing has graded yet is graded now. */
  private async computedGrade(ctx: TenantContext, buyerId: string, now: Date): Promise<BuyerGrade> {
    const { computedGrade } = await this.buyers.getById(ctx, buyerId);
    if (computedGrade) return computedGrade;
    await this.gradeBuyer.execute(ctx, buyerId, 'facts', now);
    const graded = await this.buyers.getById(ctx, buyerId);
    if (!graded.computedGrade) throw new Error(`Buyer ${buyerId} could not be graded`);
    return graded.computedGrade;
  }

  /** First and last day on which it may be looked at again, in the zone of the workspace. */
  private async reviewDays(ctx: TenantContext, now: Date): Promise<{ first: string; last: string }> {
    const [row] = await this.database.query<{ first: string; last: string }>(
      ctx,
      `select to_char(today + 1, 'YYYY-MM-DD') as first, to_char(today + $3::int, 'YYYY-MM-DD') as last
       from workspaces w, lateral (select ($2::timestamptz at time zone w.time_zone)::date as today) d where w.id = $1`,
      [ctx.workspaceId, now, LONGEST_REVIEW_DAYS],
    );
    if (!row) throw new Error(`There is no workspace ${ctx.workspaceId}`);
    return row;
  }

  private append(ctx: TenantContext, verb: string, buyerId: string, data: Record<string, unknown>): void {
    this.events.append(ctx, { verb, subjectKind: 'buyer', subjectId: buyerId, buyerId, data });
  }
}

function problemWith(input: OverrideGradeInput, review: { first: string; last: string }): InvalidField | null {
  // Blanks, marks of direction and dashes are no reason that anybody could read at the review.
  if (!/[\p{L}\p{N}]/u.test(input.reason)) return new InvalidField('reason', 'a reason is required');
  if (input.reviewOn < review.first) return new InvalidField('reviewOn', `must be ${review.first} or later`);
  if (input.reviewOn > review.last) return new InvalidField('reviewOn', `must be ${review.last} or earlier`);
  return null;
}

function sameOverride(known: GradeOverrideEntity, input: OverrideGradeInput): OverrideOutcome {
  if (known.buyerId !== input.buyerId) throw new CodedError('CONFLICT', 'The id belongs to another override');
  return { buyerId: known.buyerId };
}

function memberOf({ actor }: TenantContext): string | null {
  return actor.kind === 'member' ? actor.id : null;
}

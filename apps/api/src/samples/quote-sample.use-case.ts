import { Injectable } from '@nestjs/common';
import { BuyersRepository, TenantDatabase } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import type { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { invalidCost } from './check-sample.ts';
import { NoExchangeRate, type QuoteSampleInput } from './sample.input.ts';
import { budgetOf, querySpentInMonth } from './sample-budget.query.ts';
import { BudgetStateEnum, SampleQuote } from './sample.model.ts';
import { SampleTermsReader } from './sample-terms.ts';

/** Says what a sample would cost whom, and what it would do to the month's budget; changes nothing. */
@Injectable()
export class QuoteSampleUseCase {
  constructor(
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly terms: SampleTermsReader,
    private readonly clock: Clock,
  ) {}

  async execute(
    ctx: RequestContext,
    input: QuoteSampleInput,
  ): Promise<SampleQuote | NotFound | InvalidField | NoExchangeRate> {
    const invalid = invalidCost(input);
    if (invalid) return invalid;
    const buyer = await this.buyers.findById(ctx, input.buyerId);
    if (!buyer || buyer.erasedAt) return new NotFound();
    const now = this.clock.now();
    const terms = await this.terms.read(ctx, { ...input, grade: buyer.grade }, now);
    if (terms instanceof NoExchangeRate) return terms;
    const { currency } = input;
    const month = await querySpentInMonth(this.database, ctx, now);
    const withIt = { ...month, spentMinor: month.spentMinor + terms.sellerBaseMinor };
    const budget = budgetOf(withIt, terms.current.policy, !ctx.ownRecordsOnly);
    return Object.assign(new SampleQuote(), {
      gradeAtRequest: buyer.grade,
      buyerSharePercent: terms.sharePercent,
      cost: { minor: terms.costMinor, currency },
      buyerPays: { minor: terms.buyerPaysMinor, currency },
      sellerPays: { minor: terms.sellerPaysMinor, currency },
      policyVersion: terms.current.version,
      budget,
      passesBudget: budget.state === BudgetStateEnum.PASSED,
    });
  }
}

import { Injectable } from '@nestjs/common';
import {
  buyerSharePercent,
  convertMinor,
  sellerPaysInBase,
  splitSampleCost,
  type BuyerGrade,
  type SampleCost,
  type SampleQuote,
} from '@dangol/crm';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { queryBaseCurrency, queryRates } from '../exchange-rates/index.ts';
import { NoExchangeRate } from './sample.input.ts';
import type { SampleKind } from './sample.model.ts';
import { queryCurrentPolicy, type CurrentPolicy } from './sample-policy.query.ts';

/** What is asked for. */
export interface WantedSample extends SampleCost {
  readonly grade: BuyerGrade | null;
  readonly kind: SampleKind;
  readonly currency: string;
}

/** The terms of a sample as they would be frozen now. */
export interface SampleTerms extends SampleQuote {
  readonly current: CurrentPolicy;
  readonly sharePercent: number;
  readonly costMinor: bigint;
  readonly baseCurrency: string;
  readonly baseRate: string;
  readonly baseCostMinor: bigint;
  /** Our part in the base currency: what it adds to the month. */
  readonly sellerBaseMinor: bigint;
}

/** Works out who pays what of a sample under the policy and the rates that stand. */
@Injectable()
export class SampleTermsReader {
  constructor(private readonly database: TenantDatabase) {}

  async read(ctx: TenantContext, wanted: WantedSample, now: Date): Promise<SampleTerms | NoExchangeRate> {
    const current = await queryCurrentPolicy(this.database, ctx);
    const { baseCurrency, today } = await queryBaseCurrency(this.database, ctx, now);
    const rates = await queryRates(this.database, ctx, baseCurrency, [wanted.currency], today);
    const rate = rates.get(wanted.currency)?.rate;
    if (rate === undefined) return new NoExchangeRate(wanted.currency);
    const { policy } = current;
    const sharePercent = buyerSharePercent(wanted.grade, policy.buyerShare, wanted.kind);
    const quote = splitSampleCost(wanted, sharePercent, policy.includeCourier);
    const costMinor = wanted.goodsMinor + wanted.courierMinor;
    const baseCostMinor = convertMinor(costMinor, wanted.currency, baseCurrency, rate);
    return {
      ...quote,
      current,
      sharePercent,
      costMinor,
      baseCurrency,
      baseRate: rate,
      baseCostMinor,
      sellerBaseMinor: sellerPaysInBase(baseCostMinor, costMinor, quote.sellerPaysMinor),
    };
  }
}

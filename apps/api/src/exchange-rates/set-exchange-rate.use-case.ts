import { Injectable } from '@nestjs/common';
import { EventLog, ExchangeRatesRepository, refuse, TenantDatabase, UnitOfWork } from '@dangol/db';
import type { Refused, TenantContext } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { queryBaseCurrency } from './base-currency.query.ts';
import type { SetExchangeRateInput } from './exchange-rate.model.ts';

/** Significant digits of a rate; banks quote six to eight. */
const MAX_DIGITS = 12;
/** Places of the column, before and after the point. */
const MAX_PLACES = 10;
/** No order is older. */
const EARLIEST_DAY = '2000-01-01';
const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** The id of the stored rate. */
export type SetExchangeRateOutcome = { rateId: string } | Refused<InvalidField>;

/** Sets what a currency is worth from a day on; `source` is `entered` unless something else brings the rate. */
@Injectable()
export class SetExchangeRateUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly rates: ExchangeRatesRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: TenantContext, input: SetExchangeRateInput, source = 'entered'): Promise<SetExchangeRateOutcome> {
    return this.unitOfWork.run<SetExchangeRateOutcome>(ctx, async () => {
      if (await this.rates.findById(ctx, input.id)) return { rateId: input.id };
      const now = this.clock.now();
      const { baseCurrency, today } = await queryBaseCurrency(this.database, ctx, now);
      const problem = problemWith(input, baseCurrency, today);
      if (problem) return refuse(problem);
      const { id, currency, rate, onDate } = input;
      const key = { currency, baseCurrency, onDate };
      const stamp = { rate, source, createdBy: ctx.actor.kind === 'member' ? ctx.actor.id : null, createdAt: now };
      const inserted = await this.rates.insertIfNew(ctx, { id, ...key, ...stamp }, [
        'currency',
        'baseCurrency',
        'onDate',
      ]);
      const [before] = inserted ? [] : await this.rates.find(ctx, key, { limit: 1, lock: true });
      if (before) await this.rates.update(ctx, before.id, stamp);
      const rateId = before?.id ?? id;
      this.events.append(ctx, {
        verb: 'exchange_rate.set',
        subjectKind: 'exchange_rate',
        subjectId: rateId,
        data: { currency, baseCurrency, onDate, from: before?.rate ?? null, to: rate, source },
      });
      return { rateId };
    });
  }
}

function problemWith(input: SetExchangeRateInput, base: string, today: string): InvalidField | null {
  if (!CURRENCIES.has(input.currency)) return new InvalidField('currency', `no currency "${input.currency}"`);
  if (input.currency === base) return new InvalidField('currency', 'the base currency is always worth 1');
  const [whole = '', decimals = ''] = input.rate.split('.');
  const digits = `${whole}${decimals}`.replace(/^0+|0+$/g, '');
  if (input.rate.startsWith('-') || digits === '') return new InvalidField('rate', 'must be above 0');
  if (digits.length > MAX_DIGITS) return new InvalidField('rate', `must have at most ${MAX_DIGITS} significant digits`);
  if (whole.replace(/^0+/, '').length > MAX_PLACES || decimals.replace(/0+$/, '').length > MAX_PLACES)
    return new InvalidField('rate', `must have at most ${MAX_PLACES} places on either side of the point`);
  if (input.onDate < EARLIEST_DAY) return new InvalidField('onDate', `is before ${EARLIEST_DAY}`);
  if (input.onDate > today) return new InvalidField('onDate', `is after today, ${today}`);
  return null;
}

export { queryBaseCurrency } from './base-currency.query.ts';
export { SetExchangeRateInput } from './exchange-rate.model.ts';
export { ExchangeRatesModule } from './exchange-rates.module.ts';
export { queryRates, type DatedRate } from './query-rates.query.ts';
export { SetExchangeRateUseCase } from './set-exchange-rate.use-case.ts';

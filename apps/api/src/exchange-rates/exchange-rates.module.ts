import { Module } from '@nestjs/common';
import { ExchangeRatesResolver } from './exchange-rates.resolver.ts';
import { SetExchangeRateUseCase } from './set-exchange-rate.use-case.ts';

/** What currencies are worth in the base currency, day by day. */
@Module({
  providers: [ExchangeRatesResolver, SetExchangeRateUseCase],
  exports: [SetExchangeRateUseCase],
})
export class ExchangeRatesModule {}

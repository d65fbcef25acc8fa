import { Module } from '@nestjs/common';
import { AttachmentsModule } from '../attachments/index.ts';
import { PipelineModule } from '../pipeline/index.ts';
import { SlaModule } from '../sla/index.ts';
import { BuyersResolver } from './buyers.resolver.ts';
import { GRADING_PROVIDERS } from './grading/grading.providers.ts';
import { RecountOrdersUseCase } from './orders/recount-orders.use-case.ts';
import { RECORD_RESOLVERS, RECORD_USE_CASES } from './record/record.providers.ts';
import { RegisterBuyerUseCase } from './register-buyer.use-case.ts';

/** Buyers: who they are, what they are worth, and why. */
@Module({
  imports: [AttachmentsModule, PipelineModule, SlaModule],
  providers: [
    BuyersResolver,
    ...RECORD_RESOLVERS,
    ...RECORD_USE_CASES,
    ...GRADING_PROVIDERS,
    RecountOrdersUseCase,
    RegisterBuyerUseCase,
  ],
  exports: [...RECORD_USE_CASES, ...GRADING_PROVIDERS, RecountOrdersUseCase, RegisterBuyerUseCase],
})
export class BuyersModule {}

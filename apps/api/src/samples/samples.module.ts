import { Module } from '@nestjs/common';
import { BuyersModule } from '../buyers/index.ts';
import { PipelineModule } from '../pipeline/index.ts';
import { AdvanceSampleUseCase } from './advance-sample.use-case.ts';
import { BuyerSamplesResolver } from './buyer-samples.resolver.ts';
import { KeepPolicyUseCase } from './keep-policy.use-case.ts';
import { QuoteSampleUseCase } from './quote-sample.use-case.ts';
import { RequestSampleUseCase } from './request-sample.use-case.ts';
import { SampleAnswers } from './sample-answers.ts';
import { SamplePolicyResolver } from './sample-policy.resolver.ts';
import { SampleTermsReader } from './sample-terms.ts';
import { SamplesResolver } from './samples.resolver.ts';

/** Samples: what they cost whom, what they must prove, and the orders that they lead to. */
@Module({
  imports: [BuyersModule, PipelineModule],
  providers: [
    AdvanceSampleUseCase,
    BuyerSamplesResolver,
    KeepPolicyUseCase,
    QuoteSampleUseCase,
    RequestSampleUseCase,
    SampleAnswers,
    SamplePolicyResolver,
    SampleTermsReader,
    SamplesResolver,
  ],
  exports: [AdvanceSampleUseCase, KeepPolicyUseCase, RequestSampleUseCase],
})
export class SamplesModule {}

import { Module } from '@nestjs/common';
import { RefreshClocksUseCase } from './refresh-clocks.use-case.ts';
import { SlaSettings } from './sla-settings.ts';

/** Response clocks: inquiries, due times and first responses. */
@Module({ providers: [RefreshClocksUseCase, SlaSettings], exports: [RefreshClocksUseCase, SlaSettings] })
export class SlaModule {}

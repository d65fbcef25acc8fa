import { Module } from '@nestjs/common';
import { CalendarVersionsModule } from '../workspaces/index.ts';
import { BusinessHoursResolver } from './hours/business-hours.resolver.ts';
import { MoveDueTimesJob } from './hours/move-due-times.job.ts';
import { DueTimeMover } from './hours/move-due-times.ts';
import { SaveBusinessHoursUseCase } from './hours/save-business-hours.use-case.ts';
import { RefreshClocksUseCase } from './refresh-clocks.use-case.ts';
import { SlaSettings } from './sla-settings.ts';

/** Response clocks: inquiries, due times and first responses, and the business hours that they run in. */
@Module({
  imports: [CalendarVersionsModule],
  providers: [
    BusinessHoursResolver,
    DueTimeMover,
    MoveDueTimesJob,
    RefreshClocksUseCase,
    SaveBusinessHoursUseCase,
    SlaSettings,
  ],
  exports: [RefreshClocksUseCase, SlaSettings],
})
export class SlaModule {}

import { Module } from '@nestjs/common';
import { CalendarVersionsModule } from '../workspaces/index.ts';
import { BuyerDays } from './clocks/buyer-days.ts';
import { DeriveClocks } from './clocks/derive-clocks.ts';
import { DeriveClocksJob } from './derive/derive-clocks.job.ts';
import { BusinessHoursResolver } from './hours/business-hours.resolver.ts';
import { ChannelHours } from './hours/channel-hours.ts';
import { MoveDueTimesJob } from './hours/move-due-times.job.ts';
import { DueTimeMover } from './hours/move-due-times.ts';
import { MoveOpenClocks } from './hours/move-open-clocks.ts';
import { SaveBusinessHoursUseCase } from './hours/save-business-hours.use-case.ts';
import { RecomputationResolver } from './recompute/recomputation.resolver.ts';
import { RecomputePastUseCase } from './recompute/recompute-past.use-case.ts';
import { RefreshClocksUseCase } from './refresh-clocks.use-case.ts';
import { SlaSettings } from './sla-settings.ts';
import { ResponseTargetsResolver } from './targets/response-targets.resolver.ts';
import { SaveResponseTargetsUseCase } from './targets/save-response-targets.use-case.ts';

/** Response clocks: inquiries, cases, buyer-days, due times and alarms, and the hours and targets that they run by. */
@Module({
  imports: [CalendarVersionsModule],
  providers: [
    BusinessHoursResolver,
    BuyerDays,
    ChannelHours,
    DeriveClocks,
    DeriveClocksJob,
    DueTimeMover,
    MoveDueTimesJob,
    MoveOpenClocks,
    RecomputationResolver,
    RecomputePastUseCase,
    RefreshClocksUseCase,
    ResponseTargetsResolver,
    SaveBusinessHoursUseCase,
    SaveResponseTargetsUseCase,
    SlaSettings,
  ],
  exports: [BuyerDays, ChannelHours, RefreshClocksUseCase, SlaSettings],
})
export class SlaModule {}

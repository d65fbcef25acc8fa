import { Module } from '@nestjs/common';
import { CalendarVersions } from './calendar-versions.ts';

/** The versions of the business hours, apart from the people of a workspace: the clocks need only these. */
@Module({ providers: [CalendarVersions], exports: [CalendarVersions] })
export class CalendarVersionsModule {}

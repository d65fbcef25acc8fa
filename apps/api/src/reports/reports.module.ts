import { Module } from '@nestjs/common';
import { ReportsResolver } from './reports.resolver.ts';
import { SlaReportResolver } from './sla/sla-report.resolver.ts';

/** Reports on buyers and what they bring, and on how fast they are answered. */
@Module({ providers: [ReportsResolver, SlaReportResolver] })
export class ReportsModule {}

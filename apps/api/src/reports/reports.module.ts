import { Module } from '@nestjs/common';
import { ReportsResolver } from './reports.resolver.ts';

/** Reports on buyers and what they bring. */
@Module({ providers: [ReportsResolver] })
export class ReportsModule {}

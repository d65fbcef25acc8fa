import { Module } from '@nestjs/common';
import { PromiseDueJob } from './promise-due.job.ts';

/** Answers that were promised to buyers in holding replies. */
@Module({ providers: [PromiseDueJob] })
export class PromisesModule {}

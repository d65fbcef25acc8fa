import { Module } from '@nestjs/common';
import { BuyersModule } from '../buyers/index.ts';
import { ArchivesResolver } from './archives.resolver.ts';
import { ArchivesRoute } from './archives.route.ts';
import { ImportArchiveJob } from './reading/import-archive.job.ts';
import { TakeArchiveUseCase } from './reading/take-archive.use-case.ts';
import { WriteArchiveUseCase } from './writing/write-archive.use-case.ts';

/** A whole workspace as one file, out and in. */
@Module({
  imports: [BuyersModule],
  providers: [ArchivesResolver, ArchivesRoute, WriteArchiveUseCase, TakeArchiveUseCase, ImportArchiveJob],
})
export class ArchivesModule {}

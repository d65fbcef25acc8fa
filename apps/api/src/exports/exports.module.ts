import { Module } from '@nestjs/common';
import { ExportListUseCase } from './export-list.use-case.ts';
import { ExportsRoute } from './exports.route.ts';
import { FilterReader } from './filter-reader.ts';

/** Lists as files for spreadsheets. */
@Module({ providers: [FilterReader, ExportListUseCase, ExportsRoute] })
export class ExportsModule {}

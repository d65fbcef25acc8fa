import { Module } from '@nestjs/common';
import type { DynamicModule } from '@nestjs/common';
import { AttachmentsModule } from './attachments/attachments.module.ts';
import { ArchivesModule } from './archives/archives.module.ts';
import { AnnouncementsModule } from './announcements/index.ts';
import { AssistantModule } from './assistant/assistant.module.ts';
import { BuyersModule } from './buyers/buyers.module.ts';
import { ChannelsModule } from './channels/channels.module.ts';
import { ExchangeRatesModule } from './exchange-rates/exchange-rates.module.ts';
import { ExportsModule } from './exports/exports.module.ts';
import { GoalsModule } from './goals/goals.module.ts';
import { HomeModule } from './home/home.module.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { InboxModule } from './inbox/inbox.module.ts';
import { KnowledgeModule } from './knowledge/knowledge.module.ts';
import { MacrosModule } from './macros/index.ts';
import { PipelineModule } from './pipeline/pipeline.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import type { ProcessParts } from './platform/platform.module.ts';
import { ProductsModule } from './products/products.module.ts';
import { PromisesModule } from './promises/index.ts';
import { ReportsModule } from './reports/reports.module.ts';
import { ResourcesModule } from './resources/resources.module.ts';
import { SamplesModule } from './samples/samples.module.ts';
import { SlaModule } from './sla/sla.module.ts';
import { UploadsModule } from './uploads/index.ts';
import { WorkspacesModule } from './workspaces/workspaces.module.ts';

/** Every feature of the API. Removing one is removing its line here, its folder and its migration. */
export const FEATURES = [
  WorkspacesModule,
  ChannelsModule,
  ExchangeRatesModule,
  AttachmentsModule,
  PipelineModule,
  BuyersModule,
  ResourcesModule,
  SamplesModule,
  SlaModule,
  InboxModule,
  MacrosModule,
  PromisesModule,
  UploadsModule,
  KnowledgeModule,
  ProductsModule,
  AnnouncementsModule,
  ImportsModule,
  AssistantModule,
  GoalsModule,
  ReportsModule,
  ExportsModule,
  ArchivesModule,
  HomeModule,
];

/** The whole application. */
@Module({})
export class AppModule {
  /** The application of one process. */
  static with(parts: ProcessParts): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts), ...FEATURES] };
  }
}

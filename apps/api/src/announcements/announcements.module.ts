import { Module } from '@nestjs/common';
import { BuyersModule } from '../buyers/index.ts';
import { InboxModule } from '../inbox/index.ts';
import { AnnouncementsResolver } from './announcements.resolver.ts';
import { SaveAnnouncementUseCase } from './save-announcement.use-case.ts';
import { SendAnnouncementUseCase } from './send-announcement.use-case.ts';

/** News of products for chosen buyers, and what came of it. */
@Module({
  imports: [BuyersModule, InboxModule],
  providers: [AnnouncementsResolver, SaveAnnouncementUseCase, SendAnnouncementUseCase],
  exports: [SaveAnnouncementUseCase, SendAnnouncementUseCase],
})
export class AnnouncementsModule {}

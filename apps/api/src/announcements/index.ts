export { AnnouncementsModule } from './announcements.module.ts';
export { SaveAnnouncementUseCase } from './save-announcement.use-case.ts';

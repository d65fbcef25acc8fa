export { fillAnnouncement, MAX_ANNOUNCEMENT_TEXT, type AnnouncementWords } from './fill-announcement.ts';
export { recipientObstacle, type RecipientFacts, type RecipientObstacle } from './recipient-obstacle.ts';

import { AnnouncementsScreen } from '../../../../../features/announcements/announcements-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('announcements');

export default function AnnouncementsPage() {
  return <AnnouncementsScreen />;
}

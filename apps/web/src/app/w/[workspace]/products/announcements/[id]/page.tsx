import { AnnouncementPage } from '../../../../../../features/announcements/announcement-page.tsx';
import { pageTitle } from '../../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('announcements');

export default async function OneAnnouncementPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <AnnouncementPage id={id} />;
}

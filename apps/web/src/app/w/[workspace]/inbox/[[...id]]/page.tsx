import { InboxScreen } from '../../../../../features/inbox/inbox-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('inbox');

export default function InboxPage() {
  return <InboxScreen />;
}

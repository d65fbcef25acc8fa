import { MembersScreen } from '../../../../../features/settings/members-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('members');

export default function MembersPage() {
  return <MembersScreen />;
}

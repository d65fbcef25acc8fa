import { RolesScreen } from '../../../../../features/settings/roles/roles-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('roles');

export default function RolesPage() {
  return <RolesScreen />;
}

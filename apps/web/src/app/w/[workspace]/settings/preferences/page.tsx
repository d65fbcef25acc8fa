import { PreferencesScreen } from '../../../../../features/settings/preferences-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('preferences');

export default function PreferencesPage() {
  return <PreferencesScreen />;
}

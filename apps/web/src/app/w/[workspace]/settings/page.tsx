import { SettingsIndex } from '../../../../features/settings/settings-index.tsx';
import { pageTitle } from '../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('settings');

export default function SettingsPage() {
  return <SettingsIndex />;
}

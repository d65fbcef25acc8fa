import { OverridesScreen } from '../../../../../features/settings/overrides-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('overrides');

export default function OverridesPage() {
  return <OverridesScreen />;
}

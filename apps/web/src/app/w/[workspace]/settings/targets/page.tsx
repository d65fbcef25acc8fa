import { TargetsScreen } from '../../../../../features/settings/targets/targets-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('targets');

export default function TargetsPage() {
  return <TargetsScreen />;
}

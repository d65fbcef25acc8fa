import { HoursScreen } from '../../../../../features/settings/hours/hours-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('hours');

export default function HoursPage() {
  return <HoursScreen />;
}

import { SlaScreen } from '../../../../../features/reports/sla/sla-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('reportSla');

export default function SlaPage() {
  return <SlaScreen />;
}

import { FunnelScreen } from '../../../../../features/reports/funnel/funnel-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('reportFunnel');

export default function FunnelPage() {
  return <FunnelScreen />;
}

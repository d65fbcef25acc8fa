import { ReportsIndex } from '../../../../features/reports/reports-index.tsx';
import { pageTitle } from '../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('reports');

export default function ReportsPage() {
  return <ReportsIndex />;
}

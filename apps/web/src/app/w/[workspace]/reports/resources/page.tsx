import { ResourcesScreen } from '../../../../../features/reports/resources/resources-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('reportResources');

export default function ResourcesPage() {
  return <ResourcesScreen />;
}

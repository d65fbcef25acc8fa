import { DataScreen } from '../../../../../features/exports/data-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('data');

export default function DataPage() {
  return <DataScreen />;
}

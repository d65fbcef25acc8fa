import { CustomFieldsScreen } from '../../../../../features/settings/custom-fields-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('customFields');

export default function CustomFieldsPage() {
  return <CustomFieldsScreen />;
}

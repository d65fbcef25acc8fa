import { ApiKeysScreen } from '../../../../../features/settings/api-keys-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('apiKeys');

export default function ApiKeysPage() {
  return <ApiKeysScreen />;
}

import { AuditScreen } from '../../../../../features/settings/audit/audit-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('audit');

export default function AuditPage() {
  return <AuditScreen />;
}

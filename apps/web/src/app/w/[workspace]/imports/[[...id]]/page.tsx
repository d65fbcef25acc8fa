import { ImportsScreen } from '../../../../../features/imports/imports-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('imports');

export default function ImportsPage() {
  return <ImportsScreen />;
}

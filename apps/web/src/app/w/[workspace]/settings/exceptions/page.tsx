import { ExceptionsScreen } from '../../../../../features/settings/exceptions-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('exceptions');

export default function ExceptionsPage() {
  return <ExceptionsScreen />;
}

import { MacrosScreen } from '../../../../../features/macros/list/macros-screen.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('macros');

export default function MacrosPage() {
  return <MacrosScreen />;
}

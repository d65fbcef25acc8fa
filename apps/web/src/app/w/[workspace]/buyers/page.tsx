import { BuyersScreen } from '../../../../features/buyers/list/buyers-screen.tsx';
import { pageTitle } from '../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('buyers');

export default function BuyersPage() {
  return <BuyersScreen />;
}

import { BuyerPage } from '../../../../../features/buyers/record/buyer-page.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('buyers');

export default async function OneBuyerPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <BuyerPage id={id} />;
}

import { EditProductPage } from '../../../../../../features/products/edit/edit-product-page.tsx';
import { pageTitle } from '../../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('products');

export default async function EditOneProductPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <EditProductPage id={id} />;
}

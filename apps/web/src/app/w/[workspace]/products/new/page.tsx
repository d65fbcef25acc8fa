import { NewProductPage } from '../../../../../features/products/edit/new-product-page.tsx';
import { pageTitle } from '../../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('products');

export default function AddProductPage() {
  return <NewProductPage />;
}

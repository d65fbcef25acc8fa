import { ProductsScreen } from '../../../../features/products/list/products-screen.tsx';
import { pageTitle } from '../../../../platform/i18n/page-title.ts';

export const generateMetadata = pageTitle('products');

export default function ProductsPage() {
  return <ProductsScreen />;
}

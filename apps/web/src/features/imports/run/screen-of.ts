import type { ImportKind } from '../../../generated/graphql.ts';
import type { Permission } from '../../../platform/viewer/viewer-provider.tsx';

interface Screen {
  readonly page: 'buyers' | 'inbox' | 'products' | 'knowledge';
  readonly needs: Permission;
}

const SCREENS: Readonly<Record<ImportKind, Screen>> = {
  BUYERS: { page: 'buyers', needs: 'buyer:read' },
  CONTACTS: { page: 'buyers', needs: 'buyer:read' },
  INQUIRIES: { page: 'inbox', needs: 'inbox:read' },
  ORDERS: { page: 'buyers', needs: 'buyer:read' },
  ORDER_LINES: { page: 'buyers', needs: 'buyer:read' },
  PRODUCTS: { page: 'products', needs: 'product:read' },
  KNOWLEDGE: { page: 'knowledge', needs: 'knowledge:read' },
};

/** Where one sees what came in: orders stand with their buyers. */
export const screenOf = (kind: ImportKind): Screen => SCREENS[kind];

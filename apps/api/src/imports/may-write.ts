import type { ImportKind } from '@dangol/crm';
import type { RequestContext } from '../platform/context/request-context.ts';
import type { Permission } from '../platform/permissions/permissions.ts';

/** What entering the same records by hand needs. Orders and inquiries of the past cannot be entered: import:run is enough. */
const NEEDS: Readonly<Partial<Record<ImportKind, Permission>>> = {
  buyers: 'buyer:write',
  contacts: 'buyer:write',
  products: 'product:write',
  knowledge: 'knowledge:write',
};

/** Whether the caller could write by hand what a file of the kind writes. */
export function mayWrite({ permissions }: Pick<RequestContext, 'permissions'>, kind: ImportKind): boolean {
  const needed = NEEDS[kind];
  return needed === undefined || permissions.has(needed);
}

import type { RequestContext } from '../platform/context/request-context.ts';
import type { StoredImport } from './stored-import.ts';

/**
 * A file holds whatever it was filled with, amounts and addresses among it: its cells are for whoever sent it, and for those
 * who may see both everywhere else.
 */
export function maySeeCells(
  { member, permissions }: Pick<RequestContext, 'member' | 'permissions'>,
  { startedBy }: Pick<StoredImport, 'startedBy'>,
): boolean {
  const own = startedBy !== null && startedBy === member?.id;
  return own || (permissions.has('money:read') && permissions.has('contact:read'));
}

import type { ImportKind } from '../../../generated/graphql.ts';

/** Where a file is put; what is not known of it is left to the server. */
export function importAddress(
  workspace: string,
  { id, file, kind, source }: { id: string; file: { name: string }; kind: ImportKind | null; source: string | null },
): string {
  const query = new URLSearchParams({ workspace, name: file.name });
  if (kind !== null) query.set('kind', kind.toLowerCase());
  if (source !== null) query.set('source', source);
  return `/imports/${id}?${query.toString()}`;
}

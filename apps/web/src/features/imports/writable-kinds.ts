import type { ImportKind } from '../../generated/graphql.ts';
import { type Permission, useMay } from '../../platform/viewer/viewer-provider.tsx';
import { KINDS } from './import-words.ts';

/** What entering the same by hand needs, as the server asks when a file is run. */
const NEEDS: Readonly<Partial<Record<ImportKind, Permission>>> = {
  BUYERS: 'buyer:write',
  CONTACTS: 'buyer:write',
  PRODUCTS: 'product:write',
  KNOWLEDGE: 'knowledge:write',
};

/** The kinds of file that somebody who may do these things can bring in. */
export function writableKinds(may: (permission: Permission) => boolean): readonly ImportKind[] {
  return KINDS.filter((kind) => {
    const needed = NEEDS[kind];
    return needed === undefined || may(needed);
  });
}

/** The kinds of file that the viewer can bring in. */
export function useWritableKinds(): readonly ImportKind[] {
  return writableKinds(useMay());
}

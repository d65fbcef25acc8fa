import type { Permission } from '../platform/permissions/permissions.ts';

/** What an attachment may belong to, as its address says it. */
export type OwnerKind = 'buyers' | 'products' | 'conversations';

/** What an attachment belongs to. */
export interface AttachmentOwner {
  readonly kind: OwnerKind;
  readonly id: string;
}

interface OwnerRules {
  /** Column of the table attachments. */
  readonly column: 'buyer_id' | 'product_id' | 'conversation_id';
  readonly read: Permission;
  readonly write: Permission;
  /** Most files of one owner; of a conversation: that wait for one member's reply. */
  readonly maxFiles: number;
  /** SQL that answers a row when the owner ($2) is there and takes files; it locks it against being removed meanwhile. */
  readonly lock: string;
}

const MAX_OF_ONE_REPLY = 20;

export const OWNERS: Readonly<Record<OwnerKind, OwnerRules>> = {
  buyers: {
    column: 'buyer_id',
    read: 'buyer:read',
    write: 'buyer:write',
    maxFiles: 200,
    lock: `select id from buyers where workspace_id = $1 and id = $2 and erased_at is null for no key update`,
  },
  products: {
    column: 'product_id',
    read: 'product:read',
    write: 'product:write',
    maxFiles: 100,
    lock: `select id from products where workspace_id = $1 and id = $2 for no key update`,
  },
  conversations: {
    column: 'conversation_id',
    read: 'inbox:read',
    write: 'inbox:reply',
    maxFiles: MAX_OF_ONE_REPLY,
    lock: `select c.id from conversations c join buyers b on b.workspace_id = c.workspace_id and b.id = c.buyer_id
      where c.workspace_id = $1 and c.id = $2 and b.erased_at is null for no key update of c`,
  },
};

/** The kind that an address names, or null. */
export function ownerKindOf(text: string | undefined): OwnerKind | null {
  return text !== undefined && Object.hasOwn(OWNERS, text) ? (text as OwnerKind) : null;
}

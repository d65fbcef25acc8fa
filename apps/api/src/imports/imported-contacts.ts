import { newId, type TenantContext, type TenantDatabase } from '@dangol/db';
import type { ApplySettings } from './import-applier.ts';
import type { BuyerRef, ResolvedBuyer } from './imported-buyers.ts';
import { changeImported, insertImported } from './imported-rows.ts';

interface Contact {
  readonly id: string;
  readonly isNew: boolean;
  name: string | null;
  email: string | null;
  phone: string | null;
}

/**
 * Keeps the addresses of the rows with their buyers. An address that the buyer has stays one contact; what such a contact lacks
 * is filled in, unless known records are to be left alone.
 */
export async function keepContacts(
  database: TenantDatabase,
  ctx: TenantContext,
  refs: readonly BuyerRef[],
  resolved: readonly ResolvedBuyer[],
  { importId, known, now }: ApplySettings,
): Promise<void> {
  const rows = refs.flatMap((ref, i) => (ref.email || ref.phone ? [{ ref, buyer: resolved[i]! }] : []));
  const contacts = await queryContacts(database, ctx, rows);
  const filled = new Map<string, Record<string, string>>();
  for (const { ref, buyer } of rows) {
    const own = contacts.get(buyer.buyerId) ?? [];
    contacts.set(buyer.buyerId, own);
    const same = own.find(
      ({ email, phone }) => (ref.email !== null && email === ref.email) || (ref.phone !== null && phone === ref.phone),
    );
    const given = { name: ref.contactName ?? null, email: ref.email, phone: ref.phone };
    if (!same) {
      if (known !== 'skip' || buyer.isNew) own.push({ id: newId(), isNew: true, ...given });
      continue;
    }
    if (known === 'skip' && !same.isNew) continue;
    for (const field of ['name', 'email', 'phone'] as const) {
      if (same[field] !== null || given[field] === null) continue;
      same[field] = given[field];
      if (!same.isNew) filled.set(same.id, { ...filled.get(same.id), [field]: given[field] });
    }
  }
  const made = [...contacts].flatMap(([buyerId, own]) =>
    own.flatMap(({ id, isNew, name, email, phone }) =>
      isNew ? [{ id, buyer_id: buyerId, name, email, phone, created_at: now }] : [],
    ),
  );
  await insertImported(database, ctx, importId, 'buyer_contacts', made);
  await changeImported(
    database,
    ctx,
    importId,
    'buyer_contacts',
    [...filled].map(([id, set]) => ({ id, set })),
  );
}

async function queryContacts(
  database: TenantDatabase,
  ctx: TenantContext,
  rows: readonly { buyer: ResolvedBuyer }[],
): Promise<Map<string, Contact[]>> {
  const ids = [...new Set(rows.flatMap(({ buyer }) => (buyer.isNew ? [] : [buyer.buyerId])))];
  const contacts = new Map<string, Contact[]>();
  if (ids.length === 0) return contacts;
  const found = await database.query<Contact & { buyerId: string }>(
    ctx,
    `select id, buyer_id as "buyerId", name, email, phone, false as "isNew" from buyer_contacts
     where workspace_id = $1 and buyer_id = any ($2::uuid[]) order by created_at, id`,
    [ctx.workspaceId, ids],
  );
  for (const contact of found) contacts.set(contact.buyerId, [...(contacts.get(contact.buyerId) ?? []), contact]);
  return contacts;
}

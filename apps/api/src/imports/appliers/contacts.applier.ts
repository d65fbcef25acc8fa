import { Injectable } from '@nestjs/common';
import type { ImportRecord } from '@dangol/crm';
import { TenantDatabase, newId, type TenantContext } from '@dangol/db';
import type {
  ApplySettings,
  Dependent,
  ImportApplier,
  ImportedRecord,
  RowOutcome,
  RowPreview,
} from '../import-applier.ts';
import { ImportedBuyers, type BuyerRef } from '../imported-buyers.ts';
import { changeImported, insertImported } from '../imported-rows.ts';

type Row = ImportRecord<'contacts'>;

const FIELDS = ['name', 'email', 'phone', 'language', 'time_zone'] as const;
type Fields = Record<(typeof FIELDS)[number], string | null>;

interface Contact extends Fields {
  readonly id: string;
  readonly buyer_id: string;
}

/** People at buyers. The buyer is found by what the row says of the buyer; only where it says nothing, by the person's own address. */
@Injectable()
export class ContactsApplier implements ImportApplier<Row> {
  readonly kind = 'contacts';

  constructor(
    private readonly database: TenantDatabase,
    private readonly buyers: ImportedBuyers,
  ) {}

  keyOf({ email, phone, name, buyer_external_id, buyer_name, company }: Row): string | null {
    return email ?? phone ?? `${buyer_external_id ?? buyer_name ?? company} ${name}`.toLowerCase();
  }

  async preview(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowPreview[]> {
    const found = await this.buyers.preview(
      ctx,
      records.map(({ record }) => refOf(record)),
      settings,
    );
    const ids = found.flatMap((buyer) => ('id' in buyer ? [buyer.id] : []));
    const contacts = await this.queryContacts(ctx, ids);
    return records.map(({ rowNumber, record }, i) => {
      const buyer = found[i]!;
      const known = 'id' in buyer && (contacts.get(buyer.id) ?? []).some((contact) => isSame(contact, record));
      return { rowNumber, known, buyer };
    });
  }

  async apply(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowOutcome[]> {
    const { importId, known, now } = settings;
    const resolved = await this.buyers.resolve(
      ctx,
      records.map(({ record }) => refOf(record)),
      settings,
    );
    const contacts = await this.queryContacts(
      ctx,
      resolved.map(({ buyerId }) => buyerId),
    );
    const made = new Map<string, Contact>();
    const changes = new Map<string, Partial<Fields>>();
    const rows = records.map(({ rowNumber, record }, i) => {
      const { buyerId, by } = resolved[i]!;
      const own = contacts.get(buyerId) ?? [];
      contacts.set(buyerId, own);
      const same = own.find((contact) => isSame(contact, record));
      if (!same) {
        const contact: Contact = { id: newId(), buyer_id: buyerId, ...valuesOf(record) };
        own.push(contact);
        made.set(contact.id, contact);
        return { rowNumber, id: contact.id, isNew: true };
      }
      const set = known === 'skip' ? {} : changedFields(same, record, known === 'overwrite');
      Object.assign(same, set);
      if (!made.has(same.id) && Object.keys(set).length > 0) changes.set(same.id, { ...changes.get(same.id), ...set });
      return { rowNumber, id: same.id, isNew: by === null };
    });
    await insertImported(
      this.database,
      ctx,
      importId,
      'buyer_contacts',
      [...made.values()].map((contact) => ({ ...contact, created_at: now })),
    );
    const changed = new Set(
      await changeImported(
        this.database,
        ctx,
        importId,
        'buyer_contacts',
        [...changes].map(([id, set]) => ({ id, set })),
      ),
    );
    return rows.map(({ rowNumber, id, isNew }) => ({
      rowNumber,
      outcome: isNew ? 'created' : changed.has(id) ? 'updated' : 'unchanged',
    }));
  }

  dependents(): Promise<Dependent[]> {
    return Promise.resolve([]);
  }

  /** Contacts are taken away and given back with the buyers of the import. */
  undo(): Promise<number> {
    return Promise.resolve(0);
  }

  private async queryContacts(ctx: TenantContext, buyerIds: readonly string[]): Promise<Map<string, Contact[]>> {
    const contacts = new Map<string, Contact[]>();
    if (buyerIds.length === 0) return contacts;
    const rows = await this.database.query<Contact>(
      ctx,
      `select id, buyer_id, ${FIELDS.join(', ')} from buyer_contacts where workspace_id = $1 and buyer_id = any ($2::uuid[])
       order by created_at, id`,
      [ctx.workspaceId, [...new Set(buyerIds)]],
    );
    for (const row of rows) {
      const own = contacts.get(row.buyer_id);
      if (own) own.push(row);
      else contacts.set(row.buyer_id, [row]);
    }
    return contacts;
  }
}

/** A person's address finds the buyer only where the row names none: a new colleague's must not make a second buyer. */
function refOf({ buyer_external_id, buyer_name, company, country, email, phone, name }: Row): BuyerRef {
  const named = buyer_external_id ?? buyer_name ?? company;
  return {
    externalId: buyer_external_id,
    name: buyer_name ?? company ?? (named ? null : name),
    company,
    contactName: name,
    email: named ? null : email,
    phone: named ? null : phone,
    country,
  };
}

function valuesOf(record: Row): Fields {
  const { name, email, phone, language, time_zone } = record;
  return { name, email, phone, language, time_zone };
}

/** One person: the same address, or the same name where the row or the contact has no address. */
function isSame(contact: Fields, { name, email, phone }: Row): boolean {
  if (email !== null && contact.email !== null) return contact.email === email;
  if (phone !== null && contact.phone !== null) return contact.phone === phone;
  return name !== null && contact.name?.toLowerCase() === name.toLowerCase();
}

function changedFields(contact: Fields, record: Row, overwrite: boolean): Partial<Fields> {
  const given = valuesOf(record);
  const set: Partial<Fields> = {};
  for (const field of FIELDS)
    if (given[field] !== null && given[field] !== contact[field] && (overwrite || contact[field] === null))
      set[field] = given[field];
  return set;
}

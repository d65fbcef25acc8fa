import { Injectable } from '@nestjs/common';
import { type ImportRecord } from '@dangol/crm';
import { EventLog, TenantDatabase, type TenantContext } from '@dangol/db';
import type {
  ApplySettings,
  Dependent,
  ImportApplier,
  ImportedRecord,
  RowOutcome,
  RowPreview,
  RowProblem,
} from '../import-applier.ts';
import { ImportedBuyers, type BuyerRef, type ResolvedBuyer } from '../imported-buyers.ts';
import { changeImported, type RowChange } from '../imported-rows.ts';
import { FACT_COLUMNS, changedFacts, factsOf, type BuyerFacts } from './buyer-facts.ts';
import { MAX_TAGS_OF_BUYER, giveTags, queryTagsBeyond, setLevels, tagNames, writeNotes } from './buyer-parts.ts';
import { loadRates, type DatedRates } from './dated-rates.ts';
import { noRate } from './orders.applier.ts';

type Row = ImportRecord<'buyers'>;

/** A row with what it speaks of looked up: the owner, the amount in base currency, and what of that is not there. */
interface ReadBuyer {
  readonly rowNumber: number;
  readonly record: Row;
  readonly facts: BuyerFacts;
  readonly problem: RowProblem | null;
}

/** Buyers with their facts, tags, notes, levels and addresses. */
@Injectable()
export class BuyersApplier implements ImportApplier<Row> {
  readonly kind = 'buyers';

  constructor(
    private readonly database: TenantDatabase,
    private readonly buyers: ImportedBuyers,
    private readonly events: EventLog,
  ) {}

  keyOf({ external_id, email, phone, name, company, country }: Row): string | null {
    return external_id ?? email ?? phone ?? `${name ?? company} ${country ?? ''}`.toLowerCase();
  }

  async preview(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowPreview[]> {
    const rows = await this.look(ctx, records, settings);
    const found = await this.buyers.preview(
      ctx,
      rows.map((row) => refOf(row, settings)),
      settings,
    );
    return rows.map(({ rowNumber, problem }, i) => ({
      rowNumber,
      known: 'id' in found[i]!,
      buyer: found[i]!,
      ...(problem && { problem }),
    }));
  }

  async apply(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<RowOutcome[]> {
    const all = await this.look(ctx, records, settings);
    const rows = all.filter(({ problem }) => problem === null);
    const resolved = await this.buyers.resolve(
      ctx,
      rows.map((row) => refOf(row, settings)),
      settings,
    );
    const changed = await this.changeKnown(ctx, rows, resolved, settings);
    for (const id of await this.keepParts(ctx, rows, resolved, settings)) changed.add(id);
    return [
      ...all.flatMap(({ rowNumber, problem }): RowOutcome[] =>
        problem ? [{ rowNumber, outcome: 'failed', problem }] : [],
      ),
      ...rows.map(({ rowNumber }, i): RowOutcome => {
        const { buyerId, by } = resolved[i]!;
        return { rowNumber, outcome: by === null ? 'created' : changed.has(buyerId) ? 'updated' : 'unchanged' };
      }),
    ];
  }

  /** What rests on buyers is asked for every import that made some. */
  dependents(): Promise<Dependent[]> {
    return Promise.resolve([]);
  }

  /** Buyers are taken away with everything else that belongs to them, after every import. */
  undo(): Promise<number> {
    return Promise.resolve(0);
  }

  private async look(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
    settings: ApplySettings,
  ): Promise<ReadBuyer[]> {
    const owners = await this.queryOwners(ctx, records);
    const currencies = records.flatMap(({ record }) => record.annual_purchase?.currency ?? []);
    const rates = await loadRates(this.database, ctx, settings.baseCurrency, currencies);
    const beyond = await queryTagsBeyond(
      this.database,
      ctx,
      records.flatMap(({ record }) => tagNames(record.tags)),
    );
    return records.map(({ rowNumber, record }) => {
      const ownerId = record.owner_email ? (owners.get(record.owner_email) ?? null) : null;
      const amount = record.annual_purchase && rates.toBase(record.annual_purchase, settings.now);
      const facts = factsOf(record, ownerId, amount);
      return { rowNumber, record, facts, problem: problemOf(record, facts, rates, settings, beyond) };
    });
  }

  private async queryOwners(
    ctx: TenantContext,
    records: readonly ImportedRecord<Row>[],
  ): Promise<ReadonlyMap<string, string>> {
    const emails = [...new Set(records.flatMap(({ record }) => record.owner_email ?? []))];
    if (emails.length === 0) return new Map();
    const rows = await this.database.query<{ id: string; email: string }>(
      ctx,
      `select id, lower(email) as email from members where workspace_id = $1 and status = 'active' and lower(email) = any ($2::text[])`,
      [ctx.workspaceId, emails],
    );
    return new Map(rows.map(({ id, email }) => [email, id]));
  }

  /** Facts of buyers that were there, or that an earlier row of the file has made. */
  private async changeKnown(
    ctx: TenantContext,
    rows: readonly ReadBuyer[],
    resolved: readonly ResolvedBuyer[],
    { importId, known, now }: ApplySettings,
  ): Promise<Set<string>> {
    const ids = [...new Set(resolved.flatMap(({ buyerId, by }) => (by === null ? [] : [buyerId])))];
    if (ids.length === 0 || known === 'skip') return new Set();
    const present = await this.database.query<BuyerFacts & { id: string; name: string }>(
      ctx,
      `select id, name, ${FACT_COLUMNS.join(', ')} from buyers where workspace_id = $1 and id = any ($2::uuid[])`,
      [ctx.workspaceId, ids],
    );
    const byId = new Map(present.map((buyer) => [buyer.id, buyer]));
    const changes = new Map<string, RowChange>();
    for (const [i, { record, facts }] of rows.entries()) {
      const { buyerId, by } = resolved[i]!;
      const buyer = byId.get(buyerId);
      if (!buyer || by === null) continue;
      const set = {
        ...changedFacts(buyer, facts, known),
        ...(known === 'overwrite' && record.name && record.name !== buyer.name && { name: record.name }),
      };
      if (Object.keys(set).length === 0) continue;
      Object.assign(buyer, set);
      changes.set(buyerId, { id: buyerId, set: { ...changes.get(buyerId)?.set, ...set } });
    }
    const changed = await changeImported(this.database, ctx, importId, 'buyers', [...changes.values()]);
    await changeImported(
      this.database,
      ctx,
      importId,
      'buyers',
      changed.map((id) => ({ id, set: { updated_at: now } })),
    );
    for (const id of changed)
      this.events.append(ctx, {
        verb: 'buyer.changed',
        subjectKind: 'buyer',
        subjectId: id,
        buyerId: id,
        data: { fields: Object.keys(changes.get(id)?.set ?? {}), importId },
      });
    return new Set(changed);
  }

  private async keepParts(
    ctx: TenantContext,
    rows: readonly ReadBuyer[],
    resolved: readonly ResolvedBuyer[],
    settings: ApplySettings,
  ): Promise<string[]> {
    const open = rows.flatMap(({ record }, i) =>
      settings.known === 'skip' && !resolved[i]!.isNew ? [] : [{ record, buyerId: resolved[i]!.buyerId }],
    );
    const parts = open.map(({ record, buyerId }) => ({ buyerId, tags: tagNames(record.tags), note: record.note }));
    const levels = new Map(
      open.flatMap(({ record }) =>
        record.external_id && record.platform_level ? [[record.external_id, record.platform_level] as const] : [],
      ),
    );
    return [
      ...(await giveTags(this.database, ctx, parts, settings)),
      ...(await writeNotes(this.database, ctx, parts, settings)),
      ...(await setLevels(this.database, ctx, levels, settings)),
    ];
  }
}

function refOf({ record, facts }: ReadBuyer, { now }: ApplySettings): BuyerRef {
  const { external_id, name, company, email, phone, country, platform_level, created_at } = record;
  return {
    externalId: external_id,
    name: name ?? company,
    contactName: name,
    email,
    phone,
    country,
    platformLevel: platform_level,
    facts: { ...facts, created_at: created_at && created_at < now ? created_at : now },
  };
}

function problemOf(
  record: Row,
  facts: BuyerFacts,
  rates: DatedRates,
  { now }: ApplySettings,
  beyond: ReadonlySet<string>,
): RowProblem | null {
  const { owner_email, annual_purchase, tags } = record;
  if (owner_email && facts.owner_id === null)
    return { column: null, field: 'owner_email', code: 'NO_SUCH_MEMBER', value: owner_email };
  if (annual_purchase && rates.toBase(annual_purchase, now) === null) return noRate(annual_purchase.currency);
  const names = tagNames(tags);
  const tooMany =
    names.length > MAX_TAGS_OF_BUYER ? names.at(-1) : names.find((name) => beyond.has(name.toLowerCase()));
  return tooMany ? { column: null, field: 'tags', code: 'TOO_MANY_TAGS', value: tooMany } : null;
}

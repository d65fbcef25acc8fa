import { Injectable } from '@nestjs/common';
import { matchRows, nameKey, type IdentityKey, type PlatformLevel, type RowIdentity, type RowMatch } from '@dangol/crm';
import { EventLog, TenantDatabase, newId, type TenantContext } from '@dangol/db';
import type { ApplySettings, BuyerPreview } from './import-applier.ts';
import { queryKnownBuyers } from './imported-buyers.query.ts';
import { keepContacts } from './imported-contacts.ts';
import { insertImported } from './imported-rows.ts';

/** The buyer that a row speaks of, with what is known of it should it be new. */
export interface BuyerRef extends RowIdentity {
  readonly company?: string | null;
  readonly contactName?: string | null;
  readonly language?: string | null;
  readonly timeZone?: string | null;
  readonly platformLevel?: PlatformLevel | null;
  /** Further columns of a buyer that the row makes; every row of a batch gives the same ones, or none does. */
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Whose a row is. */
export interface ResolvedBuyer {
  readonly buyerId: string;
  /** What found it; null when this row is the first that tells of it. */
  readonly by: IdentityKey | null;
  /** The batch made the buyer, by this row or an earlier one. */
  readonly isNew: boolean;
}

/** The buyers of imported rows: found by the identity rules, made when nobody has them. */
@Injectable()
export class ImportedBuyers {
  constructor(
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
  ) {}

  /** Whose the rows would be; reads only. */
  async preview(ctx: TenantContext, refs: readonly BuyerRef[], settings: ApplySettings): Promise<BuyerPreview[]> {
    const matches = await this.match(ctx, refs, settings);
    const keys = new Map<number, Set<string>>();
    for (const [i, { buyer }] of matches.entries()) {
      if (typeof buyer !== 'number') continue;
      const own = keys.get(buyer) ?? new Set();
      for (const key of keysOf(refs[i]!)) own.add(key);
      keys.set(buyer, own);
    }
    return matches.map(({ buyer, by }, i) =>
      typeof buyer === 'number' || by === null
        ? { newKeys: [...(keys.get(Number(buyer)) ?? [])] }
        : { id: buyer, by, value: valueOf(refs[i]!, by) },
    );
  }

  private async match(ctx: TenantContext, refs: readonly BuyerRef[], settings: ApplySettings): Promise<RowMatch[]> {
    return matchRows(refs, await queryKnownBuyers(this.database, ctx, settings.channelId, refs));
  }

  /** Whose the rows are, in their order. New buyers, identities and contacts are written. */
  async resolve(ctx: TenantContext, refs: readonly BuyerRef[], settings: ApplySettings): Promise<ResolvedBuyer[]> {
    await this.lock(ctx);
    const matches = await this.match(ctx, refs, settings);
    const ids = new Map<number, string>();
    for (const { buyer } of matches) if (typeof buyer === 'number' && !ids.has(buyer)) ids.set(buyer, newId());
    const resolved = matches.map(({ buyer, by }) => ({
      buyerId: typeof buyer === 'number' ? ids.get(buyer)! : buyer,
      by,
      isNew: typeof buyer === 'number',
    }));
    await this.insertNew(ctx, refs, resolved, settings);
    await this.keepIdentities(ctx, refs, resolved, settings);
    await keepContacts(this.database, ctx, refs, resolved, settings);
    return resolved;
  }

  /** Two imports make no buyer twice. A message of the same sender at the same moment meets the unique key, and is tried again. */
  private async lock(ctx: TenantContext): Promise<void> {
    await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('imported-buyers:' || $1, 0))`, [
      ctx.workspaceId,
    ]);
  }

  private async insertNew(
    ctx: TenantContext,
    refs: readonly BuyerRef[],
    resolved: readonly ResolvedBuyer[],
    { importId, now }: ApplySettings,
  ): Promise<void> {
    const first = resolved.flatMap((one, i) =>
      one.isNew && one.by === null ? [{ ref: refs[i]!, id: one.buyerId }] : [],
    );
    await insertImported(
      this.database,
      ctx,
      importId,
      'buyers',
      first.map(({ ref, id }) => ({
        id,
        name: ref.name ?? ref.company ?? ref.contactName ?? ref.externalId ?? ref.email ?? ref.phone ?? '-',
        company: ref.company ?? null,
        country: ref.country,
        language: ref.language ?? null,
        time_zone: ref.timeZone ?? null,
        stage: 'new',
        stage_since: now,
        provisional: false,
        grade_rank: 4,
        level_rank: 5,
        order_count: 0,
        links: [],
        custom: {},
        search_text: '',
        paid_year_minor: 0,
        paid_total_minor: 0,
        created_at: now,
        updated_at: now,
        ...ref.facts,
      })),
    );
    await insertImported(
      this.database,
      ctx,
      null,
      'stage_changes',
      first.map(({ id }) => ({ id: newId(), buyer_id: id, to_stage: 'new', cause: 'registered', changed_at: now })),
    );
    for (const { id } of first)
      this.events.append(ctx, { verb: 'buyer.registered', subjectKind: 'buyer', subjectId: id, buyerId: id });
  }

  private async keepIdentities(
    ctx: TenantContext,
    refs: readonly BuyerRef[],
    resolved: readonly ResolvedBuyer[],
    { importId, channelId, now }: ApplySettings,
  ): Promise<void> {
    if (channelId === null) return;
    const rows = new Map<string, { id: string } & Record<string, unknown>>();
    for (const [i, { externalId, name, platformLevel }] of refs.entries()) {
      if (externalId === null || resolved[i]!.by === 'external_id' || rows.has(externalId)) continue;
      rows.set(externalId, {
        id: newId(),
        buyer_id: resolved[i]!.buyerId,
        channel_id: channelId,
        external_id: externalId,
        display_name: name,
        platform_level: platformLevel ?? null,
        seen_at: now,
        created_at: now,
      });
    }
    await insertImported(this.database, ctx, importId, 'buyer_identities', [...rows.values()]);
  }
}

function keysOf({ externalId, email, phone, name, country }: BuyerRef): string[] {
  const strong = [externalId && `id ${externalId}`, email && `email ${email}`, phone && `phone ${phone}`];
  const keys = strong.flatMap((key) => key ?? []).filter((key) => key !== '');
  return keys.length > 0 || name === null ? keys : [`name ${nameKey(name, country)}`];
}

function valueOf({ externalId, email, phone, name }: BuyerRef, by: IdentityKey): string {
  return { external_id: externalId, email, phone, name }[by] ?? '';
}

import { Injectable } from '@nestjs/common';
import type { PlatformLevel } from '@dangol/crm';
import {
  BuyerContactsRepository,
  BuyerIdentitiesRepository,
  BuyersRepository,
  EventLog,
  StageChangesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  type TenantContext,
} from '@dangol/db';
import { recordFirstStage } from '../pipeline/index.ts';
import { countryCode } from './country-code.ts';
import { keepContact } from './keep-contact.ts';

/** The buyer's side of a message, as the channel describes it. */
export interface BuyerDescription {
  channelId: string;
  externalId: string;
  name?: string;
  company?: string;
  email?: string;
  phone?: string;
  country?: string;
  language?: string;
  platformLevel?: PlatformLevel;
  /** When the channel described the buyer so: the newest description of an identity wins, whatever order they arrive in. */
  seenAt: Date;
}

/** Who a buyer is on a channel, as far as registering needs it. */
interface KnownIdentity {
  readonly id: string;
  readonly buyerId: string;
  seenAt: Date;
}

/** Registers everyone who arrives on a channel: the same identity never makes two buyers (spec crm, Record). */
@Injectable()
export class RegisterBuyerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly identities: BuyerIdentitiesRepository,
    private readonly contacts: BuyerContactsRepository,
    private readonly stageChanges: StageChangesRepository,
    private readonly events: EventLog,
  ) {}

  /** Answers the buyer's id. The caller holds the lock on the identity, so that two messages cannot both register it. */
  async execute(ctx: TenantContext, described: BuyerDescription, now: Date): Promise<string> {
    const [buyerId] = await this.executeMany(ctx, described.channelId, [described], now);
    return buyerId!;
  }

  /** The same for many of one channel, answered in their order; a fixed number of statements unless contacts have to be compared. */
  executeMany(
    ctx: TenantContext,
    channelId: string,
    described: readonly BuyerDescription[],
    now: Date,
  ): Promise<string[]> {
    return this.unitOfWork.run(ctx, async () => {
      const identities = await this.identitiesOf(ctx, channelId, described);
      const fresh: BuyerDescription[] = [];
      const told = new Map<string, BuyerDescription[]>();
      for (const description of described) {
        if (identities.has(description.externalId)) {
          const newer = told.get(description.externalId);
          if (newer) newer.push(description);
          else told.set(description.externalId, [description]);
        } else {
          const buyerId = newId();
          identities.set(description.externalId, { id: newId(), buyerId, seenAt: description.seenAt });
          fresh.push(description);
        }
      }
      await this.register(ctx, channelId, fresh, identities, now);
      for (const [externalId, descriptions] of told)
        for (const description of descriptions) await this.hear(ctx, identities.get(externalId)!, description, now);
      for (const description of described)
        await keepContact(this.contacts, ctx, identities.get(description.externalId)!.buyerId, description, now);
      return described.map(({ externalId }) => identities.get(externalId)!.buyerId);
    });
  }

  private async identitiesOf(
    ctx: TenantContext,
    channelId: string,
    described: readonly BuyerDescription[],
  ): Promise<Map<string, KnownIdentity>> {
    const rows = await this.database.query<KnownIdentity & { externalId: string }>(
      ctx,
      `select id, external_id as "externalId", buyer_id as "buyerId", seen_at as "seenAt" from buyer_identities
       where workspace_id = $1 and channel_id = $2 and external_id = any ($3::text[])`,
      [ctx.workspaceId, channelId, [...new Set(described.map(({ externalId }) => externalId))]],
      { name: 'identities-of-senders' },
    );
    return new Map(rows.map(({ externalId, ...identity }) => [externalId, identity]));
  }

  private async register(
    ctx: TenantContext,
    channelId: string,
    fresh: readonly BuyerDescription[],
    identities: ReadonlyMap<string, KnownIdentity>,
    now: Date,
  ): Promise<void> {
    if (fresh.length === 0) return;
    const given = fresh.map((description) => ({ description, ...identities.get(description.externalId)! }));
    await this.buyers.insert(
      ctx,
      given.map(({ description, buyerId }) => ({
        id: buyerId,
        name: description.name?.trim() || description.company?.trim() || description.externalId,
        company: description.company ?? null,
        country: countryCode(description.country),
        language: description.language?.toLowerCase() ?? null,
        stageSince: now,
        createdAt: now,
        updatedAt: now,
      })),
    );
    const made = given.map(({ buyerId }) => ({ id: buyerId, stageSince: now }));
    await recordFirstStage(this.stageChanges, ctx, made);
    await this.identities.insert(
      ctx,
      given.map(({ description, id, buyerId }) => ({
        id,
        buyerId,
        channelId,
        externalId: description.externalId,
        displayName: description.name ?? null,
        platformLevel: description.platformLevel ?? null,
        seenAt: description.seenAt,
        createdAt: now,
      })),
    );
    for (const { buyerId } of given)
      this.events.append(ctx, { verb: 'buyer.registered', subjectKind: 'buyer', subjectId: buyerId, buyerId });
  }

  /** A later description of somebody who is known; an earlier one says nothing new. */
  private async hear(
    ctx: TenantContext,
    identity: KnownIdentity,
    described: BuyerDescription,
    now: Date,
  ): Promise<void> {
    if (described.seenAt <= identity.seenAt) return;
    await this.database.query(
      ctx,
      `update buyer_identities set seen_at = $3, display_name = coalesce($4, display_name), platform_level = coalesce($5, platform_level)
       where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, identity.id, described.seenAt, described.name ?? null, described.platformLevel ?? null],
      { name: 'hear-of-sender' },
    );
    identity.seenAt = described.seenAt;
    await this.completeFacts(ctx, identity.buyerId, described, now);
  }

  /** Fills what is not known yet; what a person or an earlier message set stays. */
  private async completeFacts(
    ctx: TenantContext,
    buyerId: string,
    described: BuyerDescription,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `update buyers set company = coalesce(company, $3), country = coalesce(country, $4), language = coalesce(language, $5), updated_at = $6
       where workspace_id = $1 and id = $2
         and ((company is null and $3::text is not null) or (country is null and $4::text is not null) or (language is null and $5::text is not null))`,
      [
        ctx.workspaceId,
        buyerId,
        described.company ?? null,
        countryCode(described.country),
        described.language?.toLowerCase() ?? null,
        now,
      ],
    );
  }
}

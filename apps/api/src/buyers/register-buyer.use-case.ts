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
import { readPhone } from './record/read-phone.ts';

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
  execute(ctx: TenantContext, described: BuyerDescription, now: Date): Promise<string> {
    return this.unitOfWork.run(ctx, async () => {
      const [identity] = await this.identities.find(
        ctx,
        { channelId: described.channelId, externalId: described.externalId },
        { limit: 1 },
      );
      if (!identity) return this.register(ctx, described, now);
      if (described.seenAt > identity.seenAt) {
        await this.identities.update(ctx, identity.id, {
          seenAt: described.seenAt,
          displayName: described.name ?? identity.displayName,
          platformLevel: described.platformLevel ?? identity.platformLevel,
        });
        await this.completeFacts(ctx, identity.buyerId, described, now);
      }
      await this.keepContact(ctx, identity.buyerId, described, now);
      return identity.buyerId;
    });
  }

  private async register(ctx: TenantContext, described: BuyerDescription, now: Date): Promise<string> {
    const buyerId = newId();
    await this.buyers.insert(ctx, {
      id: buyerId,
      name: described.name?.trim() || described.company?.trim() || described.externalId,
      company: described.company ?? null,
      country: countryCode(described.country),
      language: described.language?.toLowerCase() ?? null,
      stageSince: now,
      createdAt: now,
      updatedAt: now,
    });
    await recordFirstStage(this.stageChanges, ctx, [{ id: buyerId, stageSince: now }]);
    await this.identities.insert(ctx, {
      id: newId(),
      buyerId,
      channelId: described.channelId,
      externalId: described.externalId,
      displayName: described.name ?? null,
      platformLevel: described.platformLevel ?? null,
      seenAt: described.seenAt,
      createdAt: now,
    });
    await this.keepContact(ctx, buyerId, described, now);
    this.events.append(ctx, { verb: 'buyer.registered', subjectKind: 'buyer', subjectId: buyerId, buyerId });
    return buyerId;
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

  private async keepContact(
    ctx: TenantContext,
    buyerId: string,
    described: BuyerDescription,
    now: Date,
  ): Promise<void> {
    const email = described.email?.toLowerCase() ?? null;
    const phone = described.phone ? phoneAsGiven(described.phone, countryCode(described.country)) : null;
    if (email === null && phone === null) return;
    const known = await this.contacts.find(ctx, { buyerId });
    const same = known.find(
      (contact) => (email !== null && contact.email === email) || (phone !== null && contact.phone === phone),
    );
    if (!same) {
      await this.contacts.insert(ctx, {
        id: newId(),
        buyerId,
        name: described.name ?? null,
        email,
        phone,
        createdAt: now,
      });
    } else if ((same.email === null && email) || (same.phone === null && phone)) {
      await this.contacts.update(ctx, same.id, { email: same.email ?? email, phone: same.phone ?? phone });
    }
  }
}

/** E.164 where the number can be read so; a channel's word that cannot is kept as it is, because a message is never refused for it. */
function phoneAsGiven(given: string, country: string | null): string {
  const read = readPhone(given, country);
  return 'e164' in read ? read.e164 : given;
}

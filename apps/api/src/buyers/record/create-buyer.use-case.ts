import { Injectable } from '@nestjs/common';
import {
  BuyerContactsRepository,
  BuyerMergesRepository,
  BuyersRepository,
  EventLog,
  MembersRepository,
  StageChangesRepository,
  UnitOfWork,
  newId,
  refuse,
} from '@dangol/db';
import { recordFirstStage } from '../../pipeline/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import type { BuyerOutcome } from './answer-buyer.ts';
import { readField } from './editable-fields.ts';
import { readEmail } from './read-email.ts';
import { readPhone } from './read-phone.ts';
import type { CreateBuyerInput } from './record.input.ts';
import { RegradeBuyerUseCase } from './regrade-buyer.use-case.ts';

type Outcome = BuyerOutcome<NotFound | InvalidField>;

interface NewRecord {
  name: string;
  company: string | null;
  country: string | null;
  email: string | null;
  phone: string | null;
}

/** Registers a buyer by hand: one met at a fair, or known from before. */
@Injectable()
export class CreateBuyerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly buyers: BuyersRepository,
    private readonly contacts: BuyerContactsRepository,
    private readonly merges: BuyerMergesRepository,
    private readonly members: MembersRepository,
    private readonly stageChanges: StageChangesRepository,
    private readonly regrade: RegradeBuyerUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, input: CreateBuyerInput): Promise<Outcome> {
    const record = readRecord(input);
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      if (await this.isMade(ctx, input.id)) return { buyerId: input.id };
      if (record instanceof InvalidField) return refuse(record);
      // Who sees only their own buyers makes them their own.
      const ownerId = ctx.ownRecordsOnly ? (ctx.member?.id ?? null) : (input.ownerId ?? null);
      if (ctx.ownRecordsOnly && !ownerId)
        return refuse(new InvalidField('ownerId', 'This role sees only its own buyers, and a key owns none'));
      const owner = ownerId ? await this.members.findById(ctx, ownerId) : null;
      if (ownerId && owner?.status !== 'active')
        return refuse(new InvalidField('ownerId', 'No active member has this id'));
      await this.store(ctx, input.id, record, ownerId);
      return { buyerId: input.id };
    });
  }

  /** Made before, and perhaps merged into another one since: made again it would stand in the way of the merge's undoing. */
  private async isMade(ctx: RequestContext, id: string): Promise<boolean> {
    if (await this.buyers.findById(ctx, id)) return true;
    return (await this.merges.find(ctx, { mergedId: id, undoneAt: null }, { limit: 1 })).length > 0;
  }

  private async store(ctx: RequestContext, id: string, record: NewRecord, ownerId: string | null): Promise<void> {
    const now = this.clock.now();
    const { name, company, country, email, phone } = record;
    await this.buyers.insert(ctx, {
      id,
      name,
      company,
      country,
      ownerId,
      stageSince: now,
      createdAt: now,
      updatedAt: now,
    });
    await recordFirstStage(this.stageChanges, ctx, [{ id, stageSince: now }]);
    if (email || phone)
      await this.contacts.insert(ctx, { id: newId(), buyerId: id, name, email, phone, createdAt: now });
    this.events.append(ctx, { verb: 'buyer.registered', subjectKind: 'buyer', subjectId: id, buyerId: id });
    await this.regrade.execute(ctx, id, 'facts', now);
  }
}

function readRecord(input: CreateBuyerInput): NewRecord | InvalidField {
  const read: Record<string, unknown> = {};
  for (const field of ['name', 'company', 'country'] as const) {
    const one = readField(field, input[field]);
    if ('problem' in one) return new InvalidField(field, one.problem);
    read[field] = one.value;
  }
  const country = read['country'] as string | null;
  const email = input.email?.trim() ? readEmail(input.email) : null;
  if (input.email?.trim() && !email) return new InvalidField('email', 'This is no e-mail address');
  const phone = input.phone?.trim() ? readPhone(input.phone, country) : null;
  if (phone && 'problem' in phone) return new InvalidField('phone', phone.problem);
  return {
    name: read['name'] as string,
    company: read['company'] as string | null,
    country,
    email,
    phone: phone?.e164 ?? null,
  };
}

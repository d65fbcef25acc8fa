import { Injectable } from '@nestjs/common';
import { visibleText } from '@dangol/crm';
import {
  BuyersRepository,
  EventLog,
  SampleRequestsRepository,
  SupportEntriesRepository,
  UnitOfWork,
  refuse,
  type Refused,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import type { BuyerOutcome } from '../record/answer-buyer.ts';
import type { LogSupportInput } from './support.model.ts';

type Outcome = BuyerOutcome<NotFound | InvalidField>;

/** Keeps what was given to a buyer to help it sell (spec crm, Relationship). */
@Injectable()
export class LogSupportUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly buyers: BuyersRepository,
    private readonly samples: SampleRequestsRepository,
    private readonly entries: SupportEntriesRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  log(ctx: RequestContext, input: LogSupportInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const { id, buyerId, kind, sampleId = null } = input;
      const buyer = await this.buyers.findById(ctx, buyerId, { lock: true });
      if (!buyer || buyer.erasedAt) return refuse(new NotFound());
      const known = await this.entries.findById(ctx, id);
      if (known) return known.buyerId === buyerId ? { buyerId } : refuse(new NotFound());
      const what = visibleText(input.what);
      if (!what) return refuse(new InvalidField('what', 'It must say what was given'));
      const now = this.clock.now();
      const givenAt = input.givenAt ?? now;
      if (givenAt > now) return refuse(new InvalidField('givenAt', 'It cannot have been given in the future'));
      const sample = sampleId ? await this.samples.findById(ctx, sampleId) : null;
      if (sampleId && sample?.buyerId !== buyerId)
        return refuse(new InvalidField('sampleId', 'The buyer has no sample of this id'));
      const givenBy = ctx.member?.id ?? null;
      await this.entries.insert(ctx, { id, buyerId, kind, what, sampleId, givenAt, givenBy, createdAt: now });
      this.append(ctx, 'support.logged', id, buyerId);
      return { buyerId };
    });
  }

  remove(ctx: RequestContext, id: string): Promise<string | Refused<NotFound>> {
    return this.unitOfWork.run<string | Refused<NotFound>>(ctx, async () => {
      const entry = await this.entries.findById(ctx, id, { lock: true });
      if (!entry) return refuse(new NotFound());
      await this.entries.delete(ctx, id);
      this.append(ctx, 'support.removed', id, entry.buyerId);
      return id;
    });
  }

  private append(ctx: RequestContext, verb: string, id: string, buyerId: string): void {
    this.events.append(ctx, { verb, subjectKind: 'support', subjectId: id, buyerId });
  }
}

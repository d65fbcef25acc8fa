import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import { BuyerConsentsRepository, BuyersRepository, EventLog, UnitOfWork, refuse } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import type { BuyerOutcome } from '../record/answer-buyer.ts';
import type { RecordConsentInput } from './consent.model.ts';

type Outcome = BuyerOutcome<NotFound | InvalidField>;

/** Writes down what a buyer allowed or withdrew. Nothing is overwritten. */
@Injectable()
export class RecordConsentUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly buyers: BuyersRepository,
    private readonly consents: BuyerConsentsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, input: RecordConsentInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const { id, buyerId, purpose, granted } = input;
      const buyer = await this.buyers.findById(ctx, buyerId, { lock: true });
      if (!buyer || buyer.erasedAt) return refuse(new NotFound());
      const known = await this.consents.findById(ctx, id);
      if (known) return known.buyerId === buyerId ? { buyerId } : refuse(new NotFound());
      const source = visibleLine(input.source);
      if (!source) return refuse(new InvalidField('source', 'It must say how consent was given'));
      const now = this.clock.now();
      const givenAt = input.givenAt ?? now;
      if (givenAt > now) return refuse(new InvalidField('givenAt', 'Consent cannot be given in the future'));
      const recordedBy = ctx.member?.id ?? null;
      await this.consents.insert(ctx, { id, buyerId, purpose, granted, source, givenAt, recordedBy, createdAt: now });
      this.events.append(ctx, {
        verb: 'consent.recorded',
        subjectKind: 'consent',
        subjectId: id,
        buyerId,
        data: { purpose, granted },
      });
      return { buyerId };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { BuyersRepository, EventLog, MembersRepository, UnitOfWork, refuse } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import type { BuyerOutcome } from './answer-buyer.ts';
import type { SetBuyerOwnerInput } from './record.input.ts';

type Outcome = BuyerOutcome<NotFound | InvalidField>;

/** Says who looks after a buyer. Conversations keep their assignees: whoever has begun to answer goes on. */
@Injectable()
export class SetOwnerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly buyers: BuyersRepository,
    private readonly members: MembersRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, { buyerId, memberId = null }: SetBuyerOwnerInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const buyer = await this.buyers.findById(ctx, buyerId, { lock: true });
      if (!buyer || buyer.erasedAt) return refuse(new NotFound());
      if (buyer.ownerId === memberId) return { buyerId };
      if (ctx.ownRecordsOnly)
        return refuse(new InvalidField('memberId', 'Your role sees only its own buyers, so it cannot give one away'));
      const member = memberId ? await this.members.findById(ctx, memberId) : null;
      if (memberId && member?.status !== 'active')
        return refuse(new InvalidField('memberId', 'No active member has this id'));
      await this.buyers.update(ctx, buyerId, { ownerId: memberId, updatedAt: this.clock.now() });
      this.events.append(ctx, {
        verb: 'buyer.owner_changed',
        subjectKind: 'buyer',
        subjectId: buyerId,
        buyerId,
        data: { from: buyer.ownerId, to: memberId },
      });
      return { buyerId };
    });
  }
}

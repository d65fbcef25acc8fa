import { Injectable } from '@nestjs/common';
import {
  BuyersRepository,
  DuplicateDismissalsRepository,
  EventLog,
  UnitOfWork,
  newId,
  refuse,
  type Refused,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';

/** Somebody looked and found that two buyers are two: they are not proposed again. */
@Injectable()
export class DismissDuplicateUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly buyers: BuyersRepository,
    private readonly dismissals: DuplicateDismissalsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, firstId: string, secondId: string): Promise<string | Refused<NotFound>> {
    return this.unitOfWork.run<string | Refused<NotFound>>(ctx, async () => {
      const [buyerId, otherId] = firstId < secondId ? [firstId, secondId] : [secondId, firstId];
      const found = await this.buyers.findByIds(ctx, [buyerId, otherId]);
      if (buyerId === otherId || found.length < 2) return refuse(new NotFound());
      const dismissedBy = ctx.member?.id ?? null;
      const row = { id: newId(), buyerId, otherId, dismissedBy, createdAt: this.clock.now() };
      if (await this.dismissals.insertIfNew(ctx, row, ['workspaceId', 'buyerId', 'otherId']))
        this.events.append(ctx, {
          verb: 'duplicate.dismissed',
          subjectKind: 'buyer',
          subjectId: firstId,
          buyerId: firstId,
          data: { otherId: secondId },
        });
      return firstId;
    });
  }
}

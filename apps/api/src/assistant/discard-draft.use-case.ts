import { Injectable } from '@nestjs/common';
import { DraftsRepository, EventLog, UnitOfWork, refuse, type DraftEntity, type Refused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import type { DiscardDraftInput } from './draft.model.ts';

/** Puts a ready draft aside. One that is used, outdated or discarded already stays as it is. */
@Injectable()
export class DiscardDraftUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drafts: DraftsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, input: DiscardDraftInput): Promise<DraftEntity | Refused<NotFound>> {
    return this.unitOfWork.run<DraftEntity | Refused<NotFound>>(ctx, async () => {
      const draft = await this.drafts.findById(ctx, input.id, { lock: true });
      if (!draft) return refuse(new NotFound());
      if (draft.status === 'ready') {
        await this.drafts.update(ctx, draft.id, {
          status: 'discarded',
          discardReason: input.reason,
          endedAt: this.clock.now(),
        });
        this.events.append(ctx, {
          verb: 'draft.discarded',
          subjectKind: 'draft',
          subjectId: draft.id,
          conversationId: draft.conversationId,
        });
      }
      return draft;
    });
  }
}

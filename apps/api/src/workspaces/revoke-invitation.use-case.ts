import { Injectable } from '@nestjs/common';
import { EventLog, InvitationsRepository, refuse, TenantDatabase, UnitOfWork } from '@dangol/db';
import type { Refused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import type { Invitation } from './invitation.model.ts';
import { queryInvitation } from './list-invitations.query.ts';

/** Takes an invitation back. */
@Injectable()
export class RevokeInvitationUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly invitations: InvitationsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Its link stops working. One that was accepted is no invitation any more (NotFound); a revoked one stays so. */
  execute(ctx: RequestContext, id: string): Promise<Invitation | Refused<NotFound>> {
    return this.unitOfWork.run<Invitation | Refused<NotFound>>(ctx, async () => {
      const known = await this.invitations.findById(ctx, id, { lock: true });
      if (!known || known.acceptedAt) return refuse(new NotFound());
      if (!known.revokedAt) {
        await this.invitations.update(ctx, id, { revokedAt: this.clock.now() });
        this.events.append(ctx, { verb: 'invitation.revoked', subjectKind: 'invitation', subjectId: id });
      }
      return (await queryInvitation(this.database, ctx, id)) ?? refuse(new NotFound());
    });
  }
}

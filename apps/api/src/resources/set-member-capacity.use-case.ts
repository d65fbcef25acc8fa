import { Injectable } from '@nestjs/common';
import { EventLog, MembersRepository, refuse, TenantDatabase, UnitOfWork, type Refused } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { queryMember, type Member } from '../workspaces/index.ts';

/** Sets how many buyers a member may own; nobody loses a buyer by it. */
@Injectable()
export class SetMemberCapacityUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly members: MembersRepository,
    private readonly events: EventLog,
  ) {}

  /** `capacity` null: the default of the assignment rules. */
  execute(ctx: RequestContext, memberId: string, capacity: number | null): Promise<Member | Refused<NotFound>> {
    return this.unitOfWork.run<Member | Refused<NotFound>>(ctx, async () => {
      const member = await this.members.findById(ctx, memberId, { lock: true });
      if (member?.status !== 'active') return refuse(new NotFound());
      if (member.capacity !== capacity) {
        await this.members.update(ctx, memberId, { capacity });
        this.events.append(ctx, {
          verb: 'member.capacity_changed',
          subjectKind: 'member',
          subjectId: memberId,
          data: { from: member.capacity, to: capacity },
        });
      }
      return (await queryMember(this.database, ctx, memberId)) ?? refuse(new NotFound());
    });
  }
}

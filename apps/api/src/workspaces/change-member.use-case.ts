import { Injectable } from '@nestjs/common';
import { EventLog, MembersRepository, refuse, RolesRepository, TenantDatabase, UnitOfWork } from '@dangol/db';
import type { MemberEntity, Refused, RoleEntity } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { SessionSignals } from '../platform/session/session-signals.ts';
import { assertMayGrant } from './grant-rule.ts';
import { queryMember } from './list-members.query.ts';
import type { ChangeMemberRoleInput, Member } from './member.model.ts';
import { LastOwner } from './refusals.ts';

type Outcome = Member | Refused<NotFound | LastOwner>;

const OWNER = 'owner';

/** Changes what a member may do, or ends the membership. Both work at once, in every process and on open sockets. */
@Injectable()
export class ChangeMemberUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly members: MembersRepository,
    private readonly roles: RolesRepository,
    private readonly signals: SessionSignals,
    private readonly events: EventLog,
  ) {}

  /** Gives a member another role. */
  changeRole(ctx: RequestContext, { memberId, role: key }: ChangeMemberRoleInput): Promise<Outcome> {
    return this.change(ctx, memberId, async (member, current) => {
      const [role] = await this.roles.find(ctx, { key }, { limit: 1 });
      if (!role) return refuse(new NotFound(`no role "${key}"`));
      assertMayGrant(ctx, role);
      if (role.id === current.id) return null;
      if (await this.isLastOwner(ctx, current)) return refuse(new LastOwner());
      await this.members.update(ctx, member.id, { roleId: role.id });
      const data = { from: current.key, to: role.key };
      this.events.append(ctx, { verb: 'member.role_changed', subjectKind: 'member', subjectId: member.id, data });
      return null;
    });
  }

  /** Ends a membership; the member's name stays on what it did. */
  remove(ctx: RequestContext, memberId: string): Promise<Outcome> {
    return this.change(ctx, memberId, async (member, current) => {
      if (await this.isLastOwner(ctx, current)) return refuse(new LastOwner());
      await this.members.update(ctx, member.id, { status: 'removed' });
      this.events.append(ctx, { verb: 'member.removed', subjectKind: 'member', subjectId: member.id });
      return null;
    });
  }

  private change(
    ctx: RequestContext,
    memberId: string,
    act: (member: MemberEntity, role: RoleEntity) => Promise<Refused<NotFound | LastOwner> | null>,
  ): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const seen = await this.members.findById(ctx, memberId);
      if (!seen) return refuse(new NotFound());
      const owners = await this.lockOwners(ctx); // before the member: everybody locks owners first, so nobody deadlocks
      const member =
        owners.find(({ id }) => id === memberId) ?? (await this.members.getById(ctx, memberId, { lock: true }));
      if (member.status !== 'active') return refuse(new NotFound());
      const role = await this.roles.getById(ctx, member.roleId);
      assertMayGrant(ctx, role);
      const refusal = await act(member, role);
      if (refusal) return refusal;
      await this.signals.accountChanged(member.accountId);
      return (await queryMember(this.database, ctx, memberId)) ?? refuse(new NotFound());
    });
  }

  private async isLastOwner(ctx: RequestContext, role: RoleEntity): Promise<boolean> {
    return role.key === OWNER && (await this.lockOwners(ctx)).length === 1;
  }

  /** Two owners who remove each other at the same moment are told apart by the locks on both rows. */
  private async lockOwners(ctx: RequestContext): Promise<MemberEntity[]> {
    const [owner] = await this.roles.find(ctx, { key: OWNER }, { limit: 1 });
    return owner ? this.members.find(ctx, { roleId: owner.id, status: 'active' }, { lock: true }) : [];
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { EventLog, InvitationsRepository, MembersRepository, refuse, RolesRepository, UnitOfWork } from '@dangol/db';
import type { InvitationEntity, Refused, RoleEntity } from '@dangol/db';
import { ENV } from '../config/env.ts';
import type { Env } from '../config/env.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { hashToken, newWorkspaceToken } from '../platform/session/tokens.ts';
import { assertMayGrant, memberIdOf } from './grant-rule.ts';
import { InvitationCreated } from './invitation.model.ts';
import type { InviteMemberInput } from './invitation.model.ts';
import { AlreadyMember } from './refusals.ts';

const VALID_MS = 7 * 86_400_000;

/** Offers a role to a person by e-mail address. */
@Injectable()
export class InviteMemberUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RolesRepository,
    private readonly members: MembersRepository,
    private readonly invitations: InvitationsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Makes the invitation and its link. Earlier ones to the same person stop working: one link is enough to lose. */
  execute(
    ctx: RequestContext,
    input: InviteMemberInput,
  ): Promise<InvitationCreated | Refused<AlreadyMember | NotFound>> {
    const invitedBy = memberIdOf(ctx);
    return this.unitOfWork.run<InvitationCreated | Refused<AlreadyMember | NotFound>>(ctx, async () => {
      const [role] = await this.roles.find(ctx, { key: input.role }, { limit: 1 });
      if (!role) return refuse(new NotFound(`no role "${input.role}"`));
      assertMayGrant(ctx, role);
      const [member] = await this.members.find(ctx, { email: input.email, status: 'active' }, { limit: 1 });
      if (member) return refuse(new AlreadyMember());
      const known = await this.invitations.findById(ctx, input.id, { lock: true });
      const fresh = this.freshToken(ctx);
      if (known) await this.renew(ctx, known, input, role, fresh);
      else await this.insert(ctx, input, role, invitedBy, fresh);
      const { id, email } = input;
      const createdAt = known?.createdAt ?? this.clock.now();
      const invitation = { id, email, role: role.key, createdAt, expiresAt: fresh.expiresAt };
      return new InvitationCreated(invitation, `${this.env.publicUrl}/invitations/${fresh.token}`);
    });
  }

  /** Only the hash is stored, so a repeated request cannot be given the same link again, only a fresh one. */
  private async renew(
    ctx: RequestContext,
    known: InvitationEntity,
    input: InviteMemberInput,
    role: RoleEntity,
    { tokenHash, expiresAt }: FreshToken,
  ): Promise<void> {
    const same = known.email === input.email && known.roleId === role.id;
    if (!same || known.acceptedAt || known.revokedAt)
      throw new CodedError('CONFLICT', 'The id belongs to another invitation');
    await this.invitations.update(ctx, known.id, { tokenHash, expiresAt });
  }

  private async insert(
    ctx: RequestContext,
    { id, email }: InviteMemberInput,
    role: RoleEntity,
    invitedBy: string,
    { tokenHash, expiresAt }: FreshToken,
  ): Promise<void> {
    const now = this.clock.now();
    for (const earlier of await this.invitations.find(
      ctx,
      { email, acceptedAt: null, revokedAt: null },
      { lock: true },
    ))
      await this.invitations.update(ctx, earlier.id, { revokedAt: now });
    await this.invitations.insert(ctx, { id, email, roleId: role.id, tokenHash, invitedBy, createdAt: now, expiresAt });
    const data = { role: role.key };
    this.events.append(ctx, { verb: 'member.invited', subjectKind: 'invitation', subjectId: id, data });
  }

  private freshToken(ctx: RequestContext): FreshToken {
    const token = newWorkspaceToken(ctx.workspaceId);
    return { token, tokenHash: hashToken(token), expiresAt: new Date(this.clock.now().getTime() + VALID_MS) };
  }
}

interface FreshToken {
  readonly token: string;
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
}

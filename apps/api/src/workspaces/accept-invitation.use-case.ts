import { Injectable } from '@nestjs/common';
import {
  EventLog,
  IdentityStore,
  InvitationsRepository,
  MembersRepository,
  newId,
  refuse,
  TenantDatabase,
  UnitOfWork,
} from '@dangol/db';
import type { Refused, TenantContext } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { SessionSignals } from '../platform/session/session-signals.ts';
import { hashToken, workspaceOfToken } from '../platform/session/tokens.ts';
import { queryOffer } from './list-invitations.query.ts';
import type { OpenOffer } from './list-invitations.query.ts';
import { Passwords } from './passwords.ts';
import { AlreadyMember, InvalidCredentials, InvitationInvalid, TooManyAttempts } from './refusals.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import type { AcceptInvitationInput } from './sign-in.model.ts';

type Refusals = InvitationInvalid | AlreadyMember | InvalidCredentials | TooManyAttempts;
type Outcome = { accountId: string } | Refused<Refusals>;

/** Joins a workspace by its invitation, with a new account or with the one that has the invited e-mail. */
@Injectable()
export class AcceptInvitationUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly identity: IdentityStore,
    private readonly invitations: InvitationsRepository,
    private readonly members: MembersRepository,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly signals: SessionSignals,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The account to let in. The link alone opens no existing account: its password is needed too, throttled as ever. */
  async execute(ctx: RequestContext, input: AcceptInvitationInput): Promise<Outcome> {
    const workspaceId = workspaceOfToken(input.token);
    if (!workspaceId) return refuse(new InvitationInvalid());
    const joining: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    const offer = await queryOffer(this.database, joining, hashToken(input.token), this.clock.now());
    if (!offer) return refuse(new InvitationInvalid());
    const credentials = await this.identity.findCredentials(offer.email);
    if (!credentials) return this.joinAsNewcomer(joining, offer, input);
    const { accountId, passwordHash } = credentials;
    const checked = await this.throttle.guard(offer.email, ctx.ip, async () => {
      const matched = await this.passwords.matches(passwordHash, input.password);
      return matched ? { failed: false, answer: null } : { failed: true, answer: new InvalidCredentials() };
    });
    return checked
      ? refuse(checked)
      : this.unitOfWork.run(joining, () => this.join(joining, offer, accountId, input.name));
  }

  private async joinAsNewcomer(
    joining: TenantContext,
    offer: OpenOffer,
    input: AcceptInvitationInput,
  ): Promise<Outcome> {
    const { name, language, password } = input;
    if (!name) {
      const fields = [{ path: 'name', rule: 'isNotEmpty', message: 'name is needed for a new account' }];
      throw new CodedError('BAD_USER_INPUT', 'The input breaks a rule', { fields });
    }
    const [id, passwordHash] = [newId(), await this.passwords.hash(password)];
    const account = { id, email: offer.email, name, passwordHash, language: language ?? 'ko', now: this.clock.now() };
    return this.unitOfWork.run<Outcome>(joining, async () => {
      // made by somebody between the look-up and here: whoever it was has to give its password
      if (!(await this.identity.createAccount(account))) return refuse(new InvalidCredentials());
      return this.join(joining, offer, id, name);
    });
  }

  private async join(
    joining: TenantContext,
    { invitationId, email }: OpenOffer,
    accountId: string,
    name: string | null | undefined,
  ): Promise<Outcome> {
    const now = this.clock.now();
    const invitation = await this.invitations.getById(joining, invitationId, { lock: true });
    if (invitation.acceptedAt || invitation.revokedAt) return refuse(new InvitationInvalid());
    const [known] = await this.members.find(joining, { accountId }, { lock: true });
    if (known?.status === 'active') return refuse(new AlreadyMember());
    const memberId = known?.id ?? newId();
    const { roleId } = invitation;
    if (known) await this.members.update(joining, memberId, { status: 'active', roleId });
    else
      await this.members.insert(joining, {
        id: memberId,
        accountId,
        roleId,
        name: name ?? email,
        email,
        createdAt: now,
      });
    await this.invitations.update(joining, invitationId, { acceptedAt: now });
    const self: TenantContext = { ...joining, actor: { kind: 'member', id: memberId } };
    this.events.append(self, { verb: 'member.joined', subjectKind: 'member', subjectId: memberId });
    await this.signals.accountChanged(accountId);
    return { accountId };
  }
}

import { Injectable } from '@nestjs/common';
import { IdentityStore, isRefused, newId, refuse, UnitOfWork } from '@dangol/db';
import type { Refused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CreateWorkspaceUseCase } from './create-workspace.use-case.ts';
import { Passwords } from './passwords.ts';
import { EmailTaken, TooManyAttempts } from './refusals.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import type { SignUpInput } from './sign-in.model.ts';

/** A new account with a workspace of its own. */
@Injectable()
export class SignUpUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identity: IdentityStore,
    private readonly createWorkspace: CreateWorkspaceUseCase,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
    private readonly clock: Clock,
  ) {}

  /** The id of the new account, to be let in. Each try counts: signing up also tells whether an e-mail is known. */
  async execute(
    ctx: RequestContext,
    input: SignUpInput,
  ): Promise<{ accountId: string } | Refused<EmailTaken | TooManyAttempts>> {
    const outcome = await this.throttle.guardAddress('sign-up', ctx.ip, async () => ({
      failed: true,
      answer: await this.signUp(input),
    }));
    return outcome instanceof TooManyAttempts ? refuse(outcome) : outcome;
  }

  private async signUp(input: SignUpInput): Promise<{ accountId: string } | Refused<EmailTaken>> {
    const [accountId, workspaceId] = [newId(), newId()];
    const passwordHash = await this.passwords.hash(input.password);
    const { email, name, language } = input;
    const ctx = { workspaceId, actor: { kind: 'system' as const, id: null } };
    const outcome = await this.unitOfWork.run(ctx, async () => {
      const account = { id: accountId, email, name, passwordHash, language, now: this.clock.now() };
      if (!(await this.identity.createAccount(account))) return refuse(new EmailTaken());
      const owner = { accountId, name, email };
      return this.createWorkspace.execute({ workspaceId, name: input.workspaceName, language, owner });
    });
    return isRefused(outcome) ? outcome : { accountId };
  }
}

import { Injectable } from '@nestjs/common';
import { IdentityStore, refuse } from '@dangol/db';
import type { Refused } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { Passwords } from './passwords.ts';
import { InvalidCredentials, TooManyAttempts } from './refusals.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import type { SignInInput } from './sign-in.model.ts';

/** Checks e-mail and password. */
@Injectable()
export class SignInUseCase {
  constructor(
    private readonly identity: IdentityStore,
    private readonly passwords: Passwords,
    private readonly throttle: SignInThrottle,
  ) {}

  /** The account to let in. An unknown e-mail takes as long as a wrong password and is answered alike. */
  async execute(
    ctx: RequestContext,
    { email, password }: SignInInput,
  ): Promise<{ accountId: string } | Refused<InvalidCredentials | TooManyAttempts>> {
    const outcome = await this.throttle.guard<{ accountId: string } | InvalidCredentials>(email, ctx.ip, async () => {
      const credentials = await this.identity.findCredentials(email);
      const matched = await this.passwords.matches(credentials?.passwordHash ?? null, password);
      return credentials && matched
        ? { failed: false, answer: { accountId: credentials.accountId } }
        : { failed: true, answer: new InvalidCredentials() };
    });
    return 'accountId' in outcome ? outcome : refuse(outcome);
  }
}

import { Injectable } from '@nestjs/common';
import { IdentityStore } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { SessionSignals } from '../platform/session/session-signals.ts';
import type { Account, PreferencesInput } from './viewer.model.ts';

/** Changes how the person's screens look, on every machine. */
@Injectable()
export class ChangePreferencesUseCase {
  constructor(
    private readonly identity: IdentityStore,
    private readonly signals: SessionSignals,
  ) {}

  /** The account as changed; what is left out stays. */
  async execute({ account }: RequestContext, input: PreferencesInput): Promise<Account> {
    if (!account) throw new CodedError('UNAUTHENTICATED', 'Sign in');
    const language = input.language ?? account.language;
    const textSize = input.textSize ?? account.textSize;
    await this.identity.changePreferences(account.id, { language, textSize });
    await this.signals.accountChanged(account.id); // the cached session still holds the old ones
    return { ...account, language, textSize };
  }
}

import type { QueryResultRow } from 'pg';
import { checkOut, mayPrepare, statementOf } from '../tenancy/pool.ts';
import type { UnitOfWork } from '../tenancy/unit-of-work.ts';

/** An account to create; `email` is stored in lower case and is unique in the installation. */
export interface NewAccount {
  id: string;
  email: string;
  name: string;
  passwordHash: string;
  language: string;
  now: Date;
}

/** A session to open; only the hash of its token is stored. */
export interface NewSession {
  id: string;
  accountId: string;
  tokenHash: Buffer;
  userAgent: string;
  now: Date;
  expiresAt: Date;
}

/** An active membership of an account. */
export interface SessionMembership {
  workspaceId: string;
  slug: string;
  workspaceName: string;
  memberId: string;
  memberName: string;
  role: string;
  permissions: string[];
  ownRecordsOnly: boolean;
}

/** A live session with its account and the workspaces that it may enter. */
export interface Session {
  sessionId: string;
  accountId: string;
  email: string;
  name: string;
  language: string;
  textSize: number;
  expiresAt: Date;
  memberships: SessionMembership[];
}

/** Failed sign-ins counted under one key (an address, an e-mail) since `firstAt`. */
export interface SignInFailures {
  key: string;
  failures: number;
  firstAt: Date;
}

const FIND_SESSION = `select session_id as "sessionId", account_id as "accountId", email, name, language, text_size as "textSize",
  expires_at as "expiresAt", memberships from identity.find_session($1, $2)`;

/**
 * Accounts and sessions, which belong to no workspace. The application's role reaches them through functions that each
 * answer for one account or one token. Inside a unit of work a call belongs to it; outside it stands alone.
 */
export class IdentityStore {
  private readonly prepares: boolean;

  constructor(private readonly unitOfWork: UnitOfWork) {
    this.prepares = mayPrepare(unitOfWork.dataSource);
  }

  /** Creates an account; false when the e-mail is taken. */
  async createAccount(account: NewAccount): Promise<boolean> {
    const [row] = await this.call<{ made: boolean }>('select identity.create_account($1, $2, $3, $4, $5, $6) as made', [
      account.id,
      account.email,
      account.name,
      account.passwordHash,
      account.language,
      account.now,
    ]);
    return row?.made === true;
  }

  /** What is needed to check a password; null when no account has the e-mail. */
  async findCredentials(email: string): Promise<{ accountId: string; passwordHash: string } | null> {
    const [row] = await this.call<{ accountId: string; passwordHash: string }>(
      'select account_id as "accountId", password_hash as "passwordHash" from identity.find_credentials($1)',
      [email],
    );
    return row ?? null;
  }

  /** Changes the screen language and text size (px) of an account. */
  async changePreferences(accountId: string, preferences: { language: string; textSize: number }): Promise<void> {
    await this.call('select identity.change_preferences($1, $2, $3::smallint)', [
      accountId,
      preferences.language,
      preferences.textSize,
    ]);
  }

  /** Opens a session and forgets the account's expired ones. */
  async openSession(session: NewSession): Promise<void> {
    await this.call('select identity.open_session($1, $2, $3, $4, $5, $6)', [
      session.id,
      session.accountId,
      session.tokenHash,
      session.userAgent,
      session.now,
      session.expiresAt,
    ]);
  }

  /** The session of a token with everything a request needs to know; null when unknown, closed or expired. */
  async findSession(tokenHash: Buffer, now: Date): Promise<Session | null> {
    const [row] = await this.call<Session>(FIND_SESSION, [tokenHash, now], 'identity-find-session');
    return row ?? null;
  }

  /** Ends the session of a token; unknown tokens are ignored. */
  async closeSession(tokenHash: Buffer): Promise<void> {
    await this.call('select identity.close_session($1)', [tokenHash]);
  }

  /** Ends every session of an account and returns how many there were. */
  async closeAllSessions(accountId: string): Promise<number> {
    const [row] = await this.call<{ closed: number }>('select identity.close_all_sessions($1) as closed', [accountId]);
    return row?.closed ?? 0;
  }

  /** Failed sign-ins under the keys whose first one is later than `since`. */
  countSignInFailures(keys: readonly string[], since: Date): Promise<SignInFailures[]> {
    return this.call<SignInFailures>(
      'select key, failures, first_at as "firstAt" from identity.count_sign_in_failures($1, $2)',
      [keys, since],
    );
  }

  /** Counts a failed sign-in under each key and forgets those that began at `since` or before. */
  async addSignInFailure(keys: readonly string[], now: Date, since: Date): Promise<void> {
    await this.call('select identity.add_sign_in_failure($1, $2, $3)', [keys, now, since]);
  }

  /** Forgets the failed sign-ins under the keys. */
  async clearSignInFailures(keys: readonly string[]): Promise<void> {
    await this.call('select identity.clear_sign_in_failures($1)', [keys]);
  }

  private async call<Row extends QueryResultRow>(
    sql: string,
    params: unknown[],
    name: string | null = null,
  ): Promise<Row[]> {
    const statement = statementOf(sql, params, this.prepares ? name : null);
    const unit = this.unitOfWork.current();
    if (unit) return (await unit.statement((client) => client.query<Row>(statement))).rows;
    const [client, release] = await checkOut(this.unitOfWork.dataSource);
    try {
      return (await client.query<Row>(statement)).rows;
    } finally {
      release(client.getTransactionStatus() !== 'I');
    }
  }
}

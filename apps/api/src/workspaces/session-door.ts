import { Injectable } from '@nestjs/common';
import { IdentityStore, newId } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import { ContextFactory } from '../platform/context/context-factory.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { SESSION_COOKIE, SESSION_DAYS, SessionCookie } from '../platform/session/session-cookie.ts';
import type { CookieReply } from '../platform/session/session-cookie.ts';
import { SessionSignals } from '../platform/session/session-signals.ts';
import { hashToken, newSessionToken } from '../platform/session/tokens.ts';
import { SignedIn } from './sign-in.model.ts';
import { viewerOf } from './viewer.ts';

const DAY_MS = 86_400_000;
/** Longer ones tell nothing more about the browser. */
const MAX_USER_AGENT = 300;

/** Lets people in and out: sessions live in the database, the browser holds a random token. */
@Injectable()
export class SessionDoor {
  constructor(
    private readonly identity: IdentityStore,
    private readonly signals: SessionSignals,
    private readonly cookie: SessionCookie,
    private readonly contexts: ContextFactory,
    private readonly clock: Clock,
  ) {}

  /** Opens a session for an account whose password was just checked; one that the browser had before ends. */
  async enter(ctx: RequestContext, accountId: string, reply: CookieReply): Promise<SignedIn> {
    await this.leave(ctx, reply);
    const token = newSessionToken();
    const now = this.clock.now();
    await this.identity.openSession({
      id: newId(),
      accountId,
      tokenHash: hashToken(token),
      userAgent: ctx.userAgent.slice(0, MAX_USER_AGENT),
      now,
      expiresAt: new Date(now.getTime() + SESSION_DAYS * DAY_MS),
    });
    this.cookie.set(reply, token);
    const { requestId, ip, userAgent } = ctx;
    const caller = { requestId, ip, userAgent, cookie: `${SESSION_COOKIE}=${token}` };
    const viewer = viewerOf(
      await this.contexts.contextOf({ ...caller, authorization: undefined, workspace: undefined }),
    );
    if (!viewer) throw new Error('a session that was just opened is not there');
    return new SignedIn(viewer);
  }

  /** Ends the session of this request; answers how many ended (0 or 1). */
  async leave(ctx: RequestContext, reply: CookieReply): Promise<number> {
    this.cookie.clear(reply);
    if (!ctx.account || !ctx.tokenHash) return 0;
    await this.identity.closeSession(Buffer.from(ctx.tokenHash, 'hex'));
    await this.signals.tokenEnded(ctx.tokenHash);
    return 1;
  }

  /** Ends every session of the account, on all machines, and closes their sockets. */
  async leaveEverywhere(ctx: RequestContext, reply: CookieReply): Promise<number> {
    this.cookie.clear(reply);
    if (!ctx.account) return 0;
    const closed = await this.identity.closeAllSessions(ctx.account.id);
    await this.signals.accountChanged(ctx.account.id);
    return closed;
  }
}

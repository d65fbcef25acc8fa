import { Injectable } from '@nestjs/common';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { ContextFactory } from '../context/context-factory.ts';
import type { Caller } from '../context/context-factory.ts';
import type { RequestContext } from '../context/request-context.ts';

interface OpenSocket {
  readonly caller: Caller;
  readonly ctx: RequestContext;
}

const REVIEW_MS = 60_000;
/** "Service restart": graphql-ws clients connect again, which they do not after an internal error. */
const TRY_AGAIN = 1012;

/** The sockets of this process with the callers they belong to. */
@Injectable()
export class OpenSockets {
  private readonly sockets = new Map<WebSocket, OpenSocket>();
  private readonly patrol: NodeJS.Timeout;

  constructor(private readonly contexts: ContextFactory) {
    // nothing is announced when a session runs out by itself
    this.patrol = setInterval(() => void this.reviewAll(), REVIEW_MS);
    this.patrol.unref();
  }

  /** Remembers a socket until it closes. */
  add(socket: WebSocket, caller: Caller, ctx: RequestContext): void {
    this.sockets.set(socket, { caller, ctx });
    socket.once('close', () => this.sockets.delete(socket));
  }

  /** The context a socket was opened with. */
  contextOf(socket: WebSocket): RequestContext | undefined {
    return this.sockets.get(socket)?.ctx;
  }

  /** Closes the sockets of a token that has ended. */
  closeToken(tokenHash: string): void {
    for (const [socket, { ctx }] of this.sockets) if (ctx.tokenHash === tokenHash) endSession(socket);
  }

  /** Looks again at the sockets of an account whose sessions or rights changed. */
  reviewAccount(accountId: string): Promise<void> {
    return this.reviewWhere(({ ctx }) => ctx.account?.id === accountId);
  }

  /** Looks again at the sockets of a workspace of which a role changed. */
  reviewWorkspace(workspaceId: string): Promise<void> {
    return this.reviewWhere(({ ctx }) => ctx.workspaceId === workspaceId);
  }

  /** Looks again at all sockets: signals may have been missed, sessions may have run out. */
  reviewAll(): Promise<void> {
    return this.reviewWhere(() => true);
  }

  /** Looks again at one socket and closes it unless it may stay; false when it was closed. */
  async review(socket: WebSocket): Promise<boolean> {
    const open = this.sockets.get(socket);
    if (!open) return false;
    try {
      const now = await this.contexts.contextOf(open.caller);
      if (now.tokenHash === null) return endSession(socket);
      if (sameRights(now, open.ctx)) return true;
      socket.close(CloseCode.Forbidden, 'Your rights changed; connect again');
    } catch {
      socket.close(TRY_AGAIN, 'Connect again'); // what cannot be verified is not kept open
    }
    return false;
  }

  private async reviewWhere(concerns: (open: OpenSocket) => boolean): Promise<void> {
    for (const [socket, open] of [...this.sockets]) if (concerns(open)) await this.review(socket);
  }
}

/** Unauthorized is final for graphql-ws clients: they do not try again with a dead session. */
function endSession(socket: WebSocket): false {
  socket.close(CloseCode.Unauthorized, 'The session has ended');
  return false;
}

function sameRights(a: RequestContext, b: RequestContext): boolean {
  return (
    a.workspaceId === b.workspaceId &&
    a.ownRecordsOnly === b.ownRecordsOnly &&
    a.permissions.symmetricDifference(b.permissions).size === 0
  );
}

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

/** The sockets of this process with the callers they belong to. */
@Injectable()
export class OpenSockets {
  private readonly sockets = new Map<WebSocket, OpenSocket>();
  private readonly review: NodeJS.Timeout;

  constructor(private readonly contexts: ContextFactory) {
    // nothing is announced when a session runs out by itself
    this.review = setInterval(() => void this.reviewAll(), REVIEW_MS);
    this.review.unref();
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

  /** Looks again at all sockets: signals may have been missed, sessions may have run out. */
  reviewAll(): Promise<void> {
    return this.reviewWhere(() => true);
  }

  private async reviewWhere(concerns: (open: OpenSocket) => boolean): Promise<void> {
    for (const [socket, open] of [...this.sockets]) {
      if (!concerns(open)) continue;
      try {
        const now = await this.contexts.contextOf(open.caller);
        if (now.tokenHash === null) endSession(socket);
        else if (!sameRights(now, open.ctx)) socket.close(CloseCode.Forbidden, 'Your rights changed; connect again');
      } catch {
        socket.close(CloseCode.InternalServerError, 'Connect again'); // what cannot be verified is not kept open
      }
    }
  }
}

/** Unauthorized is final for graphql-ws clients: they do not try again with a dead session. */
function endSession(socket: WebSocket): void {
  socket.close(CloseCode.Unauthorized, 'The session has ended');
}

function sameRights(a: RequestContext, b: RequestContext): boolean {
  return (
    a.workspaceId === b.workspaceId &&
    a.ownRecordsOnly === b.ownRecordsOnly &&
    a.permissions.symmetricDifference(b.permissions).size === 0
  );
}

import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { CloseCode, handleProtocols } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';
import { ContextFactory } from '../context/context-factory.ts';
import { asGraphqlError, formatError } from '../graphql/format-error.ts';
import { OperationLimits } from '../graphql/operation-limits.ts';
import { RateLimiter } from '../http/rate-limiter.ts';
import { requestIdOf } from '../http/request-hooks.ts';
import { trustedProxies } from '../http/trusted-proxies.ts';
import type { TrustsAddress } from '../http/trusted-proxies.ts';
import { SessionSignals } from '../session/session-signals.ts';
import { OpenSockets } from './open-sockets.ts';
import { prepareSubscription } from './prepare-subscription.ts';
import { callerOfSocket, isTrustedOrigin } from './socket-caller.ts';

const PATH = '/graphql';
const KEEP_ALIVE_MS = 12_000;
const MAX_FRAME_BYTES = 64 * 1024;
const GOING_AWAY = 1001;

/**
 * Subscriptions over graphql-ws at /graphql. A socket belongs to the session or API key it was opened with and closes the
 * moment that ends or changes its rights.
 */
@Injectable()
export class SocketServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sockets = new WebSocketServer({ noServer: true, handleProtocols, maxPayload: MAX_FRAME_BYTES });
  private readonly trusts: TrustsAddress;
  private stopping = false;

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly contexts: ContextFactory,
    private readonly limits: OperationLimits,
    private readonly limiter: RateLimiter,
    private readonly open: OpenSockets,
    signals: SessionSignals,
    @Inject(ENV) private readonly env: Env,
  ) {
    this.trusts = trustedProxies(env.trustProxy);
    signals.onTokenEnded((tokenHash) => this.open.closeToken(tokenHash));
    signals.onAccountChanged((accountId) => void this.open.reviewAccount(accountId));
    signals.onRightsChanged((workspaceId) => void this.open.reviewWorkspace(workspaceId));
    signals.onGap(() => void this.open.reviewAll());
  }

  onApplicationBootstrap(): void {
    const server = this.adapterHost.httpAdapter?.getHttpServer() as Server | undefined;
    if (!server || this.env.role === 'worker') return;
    this.serve();
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  beforeApplicationShutdown(): void {
    this.stopping = true;
    for (const socket of this.sockets.clients) socket.close(GOING_AWAY, 'The server restarts; connect again');
  }

  private serve(): void {
    const { schema } = this.schemaHost;
    useServer(
      {
        schema,
        onConnect: async ({ extra, connectionParams }) => {
          const caller = callerOfSocket(extra.request, connectionParams ?? {}, this.trusts);
          const ctx = await this.contexts.contextOf(caller);
          if (!ctx.tokenHash) {
            extra.socket.close(CloseCode.Unauthorized, 'Sign in, or send an API key as `token`');
            return false;
          }
          this.open.add(extra.socket, caller, ctx);
          return this.open.review(extra.socket); // a session that ended during the look-up has not found the socket
        },
        onSubscribe: ({ extra, subscriptions }, _id, payload) => {
          const ctx = this.open.contextOf(extra.socket);
          if (!ctx) return [];
          try {
            this.limiter.take(ctx);
          } catch (error) {
            return [asGraphqlError(error)];
          }
          return prepareSubscription({
            schema,
            limits: this.limits,
            ctx,
            payload,
            open: Object.keys(subscriptions).length,
          });
        },
        onNext: (_context, _id, _payload, _args, result) =>
          result.errors
            ? { ...result, errors: result.errors.map((error) => formatError(error.toJSON(), error)) }
            : undefined,
        onError: (_context, _id, _payload, errors) => errors.map((error) => formatError(error, error)),
      },
      this.sockets,
      KEEP_ALIVE_MS,
    );
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = request.url?.split('?', 1)[0];
    const status = path !== PATH ? '404 Not Found' : this.stopping ? '503 Service Unavailable' : null;
    const refused = status ?? (isTrustedOrigin(request, this.env) ? null : '403 Forbidden');
    if (refused) return void socket.end(`HTTP/1.1 ${refused}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    request.headers['x-request-id'] = requestIdOf(request);
    this.sockets.handleUpgrade(request, socket, head, (client: WebSocket) =>
      this.sockets.emit('connection', client, request),
    );
  }
}

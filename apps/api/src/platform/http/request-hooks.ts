import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Env } from '../../config/env.ts';
import type { ContextFactory } from '../context/context-factory.ts';
import type { RequestContext } from '../context/request-context.ts';
import { withLogScope } from '../logging/log.ts';
import type { Log } from '../logging/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { limitBodyTime } from './body-time.ts';
import type { RateLimiter } from './rate-limiter.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before the handler of every route of ours. */
    dangol?: RequestContext;
  }
}

/** What the hooks need from the application. */
export interface HookParts {
  readonly env: Env;
  readonly log: Log;
  readonly contexts: ContextFactory;
  readonly limiter: RateLimiter;
  readonly metrics: Metrics;
}

const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;
/** Pages and their files: the Next server knows nothing of our sessions, and they need no look-up here. */
const PAGE_ROUTES: ReadonlySet<string | undefined> = new Set(['/', '/*', '/_next/static/*']);
/** All that a process with the role `worker` answers. */
const WORKER_ROUTES = /^\/(health\/|metrics)/;

/** The caller's request id when it is a harmless word, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
}

/** Adds what every request goes through: id, security headers, context, rate limit, one log line, one measurement. */
export function addRequestHooks(fastify: FastifyInstance, { env, log, contexts, limiter, metrics }: HookParts): void {
  const securityHeaders = securityHeadersFor(env);
  // A line is made of the few words in `lineOf`; to look through it for secrets takes six times as long as to write it.
  const lines = log.child({}, { redact: [] });

  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(securityHeaders).header('x-request-id', request.id);
    limitBodyTime(request);
    if (env.role !== 'worker' || WORKER_ROUTES.test(request.url)) return withLogScope({ requestId: request.id }, done);
    const error = { code: 'NOT_FOUND', message: 'This process is a worker', requestId: request.id };
    void reply.status(404).send({ error }); // not thrown: features have error handlers of their own
  });

  fastify.addHook('preHandler', async (request) => {
    if (request.is404 || PAGE_ROUTES.has(request.routeOptions.url)) return;
    request.dangol = await contexts.contextOf(callerOf(request));
    limiter.take(request.dangol);
  });

  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.is404 ? 'unknown' : (request.routeOptions.url ?? 'unknown');
    metrics.requestEnded(request.method, route, reply.statusCode, reply.elapsedTime);
    if (!isQuiet(route, reply)) lines.info(lineOf(request, reply, route), 'request');
    else if (lines.isLevelEnabled('debug')) lines.debug(lineOf(request, reply, route), 'request');
    done();
  });
}

function callerOf(request: FastifyRequest): Parameters<ContextFactory['contextOf']>[0] {
  const { headers } = request;
  const workspace = headers['x-dangol-workspace'];
  return {
    requestId: request.id,
    ip: request.ip,
    userAgent: headers['user-agent'] ?? '',
    cookie: headers.cookie,
    authorization: headers.authorization,
    workspace: typeof workspace === 'string' ? workspace : undefined,
  };
}

/** Probes and files would drown the lines that matter. */
function isQuiet(route: string, reply: FastifyReply): boolean {
  return reply.statusCode < 400 && (route.startsWith('/health') || route === '/metrics' || PAGE_ROUTES.has(route));
}

/** The template of the route, never the address: a query string may hold a whole GraphQL operation. */
function lineOf(request: FastifyRequest, reply: FastifyReply, route: string): Record<string, unknown> {
  const ctx = request.dangol;
  return {
    requestId: request.id,
    method: request.method,
    route,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime * 10) / 10,
    ...(ctx?.workspaceId ? { workspaceId: ctx.workspaceId, actor: ctx.actor.kind, actorId: ctx.actor.id } : {}),
  };
}

function securityHeadersFor({ cookieSecure }: Env): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    // Next puts its data into inline scripts, and components style themselves inline
    'content-security-policy':
      "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; " +
      "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'",
    ...(cookieSecure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

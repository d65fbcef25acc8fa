import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.ts';
import { ContextFactory } from './platform/context/context-factory.ts';
import type { Log } from './platform/logging/log.ts';
import { NestLog } from './platform/logging/nest-log.ts';
import { Metrics } from './platform/metrics/metrics.ts';
import type { ProcessParts } from './platform/platform.module.ts';
import { RateLimiter } from './platform/http/rate-limiter.ts';
import { addRequestHooks, requestIdOf } from './platform/http/request-hooks.ts';
import { trustedProxies } from './platform/http/trusted-proxies.ts';
import { serveWebPages } from './platform/http/web-pages.ts';

/** Largest body of a request; the webhook has the same limit of its own. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Idle connections outlive those of common balancers (60 s), so that it is never us who hang up first. */
const KEEP_ALIVE_MS = 65_000;

/** Builds the application without listening: production, tests and the bench start the same one. */
export async function createApp(parts: ProcessParts & { log: Log }): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter<Server>({
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: requestIdOf,
    trustProxy: trustedProxies(parts.env.trustProxy),
    keepAliveTimeout: KEEP_ALIVE_MS,
    requestTimeout: 0, // limitBodyTime: not the same for a message and for an upload
    forceCloseConnections: 'idle',
    skipMiddie: true, // no Express middleware here, and it costs every request
  });
  const { env, log } = parts;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, {
    logger: new NestLog(log),
    abortOnError: false, // main.ts tells people why, tests see the error
  });
  const fastify = adapter.getInstance();
  addRequestHooks(fastify, {
    env,
    log,
    contexts: app.get(ContextFactory),
    limiter: app.get(RateLimiter),
    metrics: app.get(Metrics),
  });
  if (env.role !== 'worker') await serveWebPages(fastify, env, log);
  await app.init();
  await fastify.ready();
  return app;
}

import type { Server } from 'node:http';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../app.module.ts';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';
import { ContextFactory } from '../context/context-factory.ts';
import { LOG } from '../logging/log.ts';
import type { Log } from '../logging/log.ts';
import { NestLog } from '../logging/nest-log.ts';
import { Metrics } from '../metrics/metrics.ts';
import type { ProcessParts } from '../platform.module.ts';
import { RateLimiter } from './rate-limiter.ts';
import { addRequestHooks, requestIdOf } from './request-hooks.ts';
import { trustedProxies } from './trusted-proxies.ts';
import { serveWebPages } from './web-pages.ts';

/** Largest body of a request; the webhook has the same limit of its own. */
const BODY_LIMIT_BYTES = 1024 * 1024;
/** Idle connections outlive those of common balancers (60 s), so that it is never us who hang up first. */
const KEEP_ALIVE_MS = 65_000;

/** Builds the application without listening: production, tests and the bench start the same one. */
export async function createApp(parts: ProcessParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter<Server>({
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: requestIdOf,
    trustProxy: trustedProxies(parts.env.trustProxy),
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    skipMiddie: true, // no Express middleware here, and it costs every request
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(parts), adapter, { bufferLogs: true });
  const env = app.get<Env>(ENV);
  const log = app.get<Log>(LOG);
  app.useLogger(new NestLog(log));
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

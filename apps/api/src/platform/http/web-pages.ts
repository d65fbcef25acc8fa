import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyProxy from '@fastify/http-proxy';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Env } from '../../config/env.ts';
import type { Log } from '../logging/log.ts';
import { WEB_DOWN_PAGE } from './web-down.page.ts';

const ONE_YEAR_MS = 365 * 24 * 3600 * 1000;

/**
 * One origin: pages come from the Next server behind us, its hashed files from the disk. Only GET and HEAD go through, so
 * nothing can be changed past the API.
 */
export async function serveWebPages(fastify: FastifyInstance, env: Env, log: Log): Promise<void> {
  if (env.webStaticDir && existsSync(env.webStaticDir))
    await fastify.register(fastifyStatic, {
      root: resolve(env.webStaticDir),
      prefix: '/_next/static/',
      decorateReply: false,
      immutable: true,
      maxAge: ONE_YEAR_MS,
    });
  if (!env.webUpstream) return;
  await fastify.register(fastifyProxy, {
    upstream: env.webUpstream,
    prefix: '/',
    httpMethods: ['GET', 'HEAD'],
    replyOptions: {
      onError: (reply, { error }) => {
        log.error({ err: error }, 'the web server does not answer');
        void reply.status(502).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(WEB_DOWN_PAGE);
      },
    },
  });
}

import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';
import { CodedError } from '../errors/coded-error.ts';
import { Allow } from '../permissions/allow.decorator.ts';
import { Metrics } from './metrics.ts';

const LOOPBACK = /^(::1|::ffff:127\.|127\.)/;

/** Prometheus metrics: for this machine only, unless METRICS=on. */
@Controller()
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Allow('public')
  async read(@Req() request: FastifyRequest): Promise<string> {
    // a proxy on this machine forwards for others, so with one the connection's own address says nothing
    const forwarded = request.headers['x-forwarded-for'] !== undefined;
    const local = LOOPBACK.test(request.socket.remoteAddress ?? '') && !forwarded;
    if (this.env.metrics !== 'on' && !local) throw new CodedError('NOT_FOUND', 'There is nothing here');
    return this.metrics.registry.metrics();
  }
}

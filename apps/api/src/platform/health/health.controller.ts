import { Controller, Get, Header, Res } from '@nestjs/common';
import type { BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow } from '../permissions/allow.decorator.ts';
import { Readiness } from './readiness.ts';
import type { ReadinessReport } from './readiness.ts';

/** For balancers and supervisors. */
@Controller('health')
export class HealthController implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly readiness: Readiness) {}

  beforeApplicationShutdown(): void {
    this.stopping = true;
  }

  /** Answers as long as the process runs: a failure means restart it. */
  @Get('live')
  @Header('cache-control', 'no-store')
  @Allow('public')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 means: send requests elsewhere for now. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  @Allow('public')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ReadinessReport> {
    const report = await this.readiness.check();
    const ready = report.database === 'ok' && report.migrations === 'ok' && !this.stopping;
    reply.status(ready ? 200 : 503);
    return report;
  }
}

import { Catch, Inject } from '@nestjs/common';
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG } from '../logging/log.ts';
import type { Log } from '../logging/log.ts';
import { describeFailure } from './describe-failure.ts';

/** Coded JSON for every failed HTTP route, broken JSON and unknown addresses included; GraphQL formats its own errors. */
@Catch()
export class CodedExceptionFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): unknown {
    if (host.getType<string>() === 'graphql') return error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const failure = describeFailure(error);
    if (failure.httpStatus >= 500) this.log.error({ err: error }, 'request failed');
    const described = { code: failure.code, message: failure.message, requestId: request.id, ...failure.extensions };
    const graphql = request.url.startsWith('/graphql');
    const { message, ...extensions } = described;
    void reply.status(failure.httpStatus).type('application/json; charset=utf-8'); // the route may have announced text
    return reply.send(graphql ? { errors: [{ message, extensions }] } : { error: described });
  }
}

import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DeliveryRefused } from './delivery-refused.error.ts';
import { DeliveryRate } from './delivery-rate.ts';
import { inboundMessageJsonSchema } from './inbound-message.schema.ts';
import { ReceiveMessageUseCase } from './receive-message.use-case.ts';

/** Largest body a delivery may have. Larger files come as attachment addresses. */
const BODY_LIMIT_BYTES = 1024 * 1024;

/**
 * The webhook. It is a plain Fastify scope, not a controller, because the signature covers the raw bytes: here no parser
 * touches the body, and a wrong address or signature is answered before anything is read from it.
 */
@Injectable()
export class InboundRoute implements OnModuleInit {
  private readonly logger = new Logger(InboundRoute.name);

  constructor(
    private readonly host: HttpAdapterHost,
    private readonly receiveMessage: ReceiveMessageUseCase,
    private readonly rate: DeliveryRate,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!fastify) return; // a worker without HTTP
    // Not awaited, as in StreamedRoutes: it would load the routes there are before their error handler stands.
    void fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES }, (_request, body, parsed) =>
        parsed(null, body),
      );
      scope.setErrorHandler((error: FastifyError, _request, reply) => this.answerError(error, reply));
      scope.post('/channels/:key/messages', { bodyLimit: BODY_LIMIT_BYTES }, (request, reply) =>
        this.receive(request, reply),
      );
      scope.get('/channels/messages.schema.json', (_request, reply) =>
        reply.type('application/schema+json').send(inboundMessageJsonSchema()),
      );
      done();
    });
  }

  private async receive(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const { key } = request.params as { key: string };
    this.rate.take(key);
    const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const received = await this.receiveMessage.execute({
      channelKey: key,
      timestamp: header(request, 'x-dangol-timestamp'),
      signature: header(request, 'x-dangol-signature'),
      raw,
    });
    return reply.status(202).send(received);
  }

  private answerError(error: FastifyError | DeliveryRefused, reply: FastifyReply): FastifyReply {
    if (error instanceof DeliveryRefused) {
      const { code, message, fields } = error;
      return reply.status(error.httpStatus).send({ error: { code, message, ...(fields.length > 0 && { fields }) } });
    }
    if (error.statusCode === 413)
      return reply.status(413).send({
        error: {
          code: 'BODY_TOO_LARGE',
          message: 'A message may have 1 MiB at most; send larger files as an attachment url.',
        },
      });
    if (error.statusCode && error.statusCode < 500)
      return reply.status(error.statusCode).send({ error: { code: 'BAD_REQUEST', message: error.message } });
    this.logger.error(error);
    return reply
      .status(503)
      .send({ error: { code: 'UNAVAILABLE', message: 'The message was not stored. Send it again.' } });
  }
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

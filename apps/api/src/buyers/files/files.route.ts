import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ContextFactory } from '../../platform/context/context-factory.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { CodedError } from '../../platform/errors/coded-error.ts';
import { describeFailure } from '../../platform/errors/describe-failure.ts';
import type { Allowance } from '../../platform/permissions/allow.decorator.ts';
import { refusalFor } from '../../platform/permissions/permission.guard.ts';
import { KeepFileUseCase, MAX_FILE_BYTES } from './keep-file.use-case.ts';

const ADDRESS = '/files/buyers/:buyerId/:fileId';

interface FileRequest {
  Params: { buyerId: string; fileId: string };
  Querystring: { workspace?: string; name?: string };
}

/**
 * Files of buyers, sent and fetched as raw bytes. A plain Fastify scope like the webhook's: here no parser touches the body,
 * and who may not send is answered before ten megabytes are read.
 */
@Injectable()
export class FilesRoute implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    private readonly modules: ModuleRef,
    private readonly files: KeepFileUseCase,
  ) {}

  async onModuleInit(): Promise<void> {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!fastify) return; // a worker without HTTP
    const contexts = this.modules.get(ContextFactory, { strict: false });
    await fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_FILE_BYTES }, (_request, body, parsed) =>
        parsed(null, body),
      );
      scope.setErrorHandler((error, request, reply) => answerError(error, request, reply));
      const callers = new WeakMap<object, RequestContext>();
      scope.addHook('onRequest', async (request) => {
        const ctx = await contexts.contextOf(callerOf(request as FastifyRequest<FileRequest>));
        const refusal = refusalFor(request.method === 'PUT' ? WRITE : READ, ctx);
        if (refusal) throw refusal;
        if (request.method === 'PUT') assertFromHere(request);
        const { buyerId, fileId } = request.params as FileRequest['Params'];
        if (!isUUID(buyerId) || !isUUID(fileId)) throw new CodedError('NOT_FOUND', 'There is no such file');
        callers.set(request, ctx);
      });
      scope.put<FileRequest>(ADDRESS, { bodyLimit: MAX_FILE_BYTES }, (request, reply) =>
        this.receive(callers.get(request)!, request, reply),
      );
      scope.get<FileRequest>(ADDRESS, (request, reply) => this.give(callers.get(request)!, request, reply));
      done();
    });
  }

  private async receive(
    ctx: RequestContext,
    request: FastifyRequest<FileRequest>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { buyerId, fileId: id } = request.params;
    const isNew = await this.files.keep(ctx, {
      id: id.toLowerCase(),
      buyerId: buyerId.toLowerCase(),
      name: request.query.name ?? '',
      contentType: request.headers['content-type'] ?? '',
      content: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    });
    return reply.status(isNew ? 201 : 200).send({ id: id.toLowerCase() });
  }

  private async give(
    ctx: RequestContext,
    request: FastifyRequest<FileRequest>,
    reply: FastifyReply,
  ): Promise<FastifyReply> {
    const file = await this.files.open(ctx, request.params.buyerId, request.params.fileId);
    if (!file) throw new CodedError('NOT_FOUND', 'There is no such file');
    return reply
      .header('content-type', file.contentType)
      .header('content-disposition', attachment(file.name))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, no-store')
      .send(file.content);
  }
}

const WRITE: Allowance = 'buyer:write';
const READ: Allowance = 'buyer:read';

/** A file is only taken from our own pages or from a program: another site could use the visitor's session. */
function assertFromHere({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new CodedError('FORBIDDEN', 'Files are not taken from other sites');
}

function callerOf({ id, ip, headers, query }: FastifyRequest<FileRequest>) {
  const header = headers['x-dangol-workspace'];
  return {
    requestId: id,
    ip,
    userAgent: headers['user-agent'] ?? '',
    cookie: headers.cookie,
    authorization: headers.authorization,
    workspace: typeof header === 'string' ? header : query.workspace,
  };
}

/** The name for old readers without what is not ASCII, and whole for new ones (RFC 6266). */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const failure = describeFailure(error);
  if (failure.httpStatus >= 500) request.log.error(error);
  const { code, message, extensions } = failure;
  return reply
    .status(failure.httpStatus)
    .type('application/json; charset=utf-8')
    .send({ error: { code, message, requestId: request.id, ...extensions } });
}

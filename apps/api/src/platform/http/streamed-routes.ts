import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ContextFactory } from '../context/context-factory.ts';
import type { RequestContext } from '../context/request-context.ts';
import { CodedError } from '../errors/coded-error.ts';
import { describeFailure } from '../errors/describe-failure.ts';
import { FileTooLarge } from '../files/file-store.ts';
import type { Allowance } from '../permissions/allow.decorator.ts';
import { refusalFor } from '../permissions/permission.guard.ts';
import { contentDisposition } from './content-disposition.ts';
import { bodyOf, drain } from './request-body.ts';

/** What the address says; ids (`id` and what ends in `Id`) are UUIDs in small letters. */
export interface StreamedRequest {
  readonly ctx: RequestContext;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | undefined>>;
}

/** A body on its way in. Whoever takes it must stop at `maxBytes` of the route; destroying it leaves the connection alone. */
export interface IncomingFile extends StreamedRequest {
  readonly content: Readable;
}

/** A file on its way out. */
export interface OutgoingFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Readable;
  readonly sizeBytes?: number;
  /** Shown by browsers instead of saved; only what cannot run. */
  readonly inline?: boolean;
}

/** An address at which raw bytes are taken (PUT) or given (GET). */
export interface StreamedRoute {
  /** Path pattern, such as `/imports/:id`. */
  readonly url: string;
  /** Most bytes of a body; more are refused before they are read when their number is told, else when they come. */
  readonly maxBytes?: number;
  /** What the caller must be allowed; asked before a byte of the body is read. Throws CodedError for an address that is none. */
  allowanceOf(method: 'PUT' | 'GET', params: StreamedRequest['params']): Allowance;
  /** Takes a body. Throws CodedError. */
  receive?(file: IncomingFile): Promise<{ isNew: boolean; answer: object }>;
  /** Gives a file. Throws CodedError. */
  give?(request: StreamedRequest): Promise<OutgoingFile>;
}

type Queried = FastifyRequest<{ Params: Record<string, string>; Querystring: Record<string, string | undefined> }>;

/**
 * Raw bytes over HTTP: attachments, imports, archives. Plain Fastify scopes, not controllers: no parser touches a body, and
 * who may not send, or sends too much, is answered before it is read. The workspace is named by the address (`workspace`).
 */
@Injectable()
export class StreamedRoutes {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    private readonly modules: ModuleRef,
  ) {}

  /** Opens an address; call it in `onModuleInit`. Does nothing in a process without HTTP. */
  open(route: StreamedRoute): void {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!fastify) return;
    const contexts = this.modules.get(ContextFactory, { strict: false });
    // Not awaited: that would load what is registered so far, and its routes would keep Fastify's own error handler.
    void fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, parsed) => parsed(null, body));
      scope.setErrorHandler((error, request, reply) => answerError(error, request, reply));
      const callers = new WeakMap<object, RequestContext>();
      scope.addHook('onRequest', async (request) => {
        callers.set(request, await admit(request as Queried, route, contexts));
      });
      const requestOf = (request: Queried): StreamedRequest => ({
        ctx: callers.get(request)!,
        params: idsOf(request.params),
        query: request.query,
      });
      const { receive, give } = route;
      if (receive)
        scope.put(route.url, { config: { streamed: true } }, async (request, reply) => {
          const content = bodyOf(request);
          const { isNew, answer } = await receive.call(route, { ...requestOf(request as Queried), content });
          return reply.status(isNew ? 201 : 200).send(answer);
        });
      if (give)
        scope.get(route.url, async (request, reply) =>
          send(reply, await give.call(route, requestOf(request as Queried))),
        );
      done();
    });
  }
}

/** Who asks, once the address, the permission and the announced length are in order. */
async function admit(request: Queried, route: StreamedRoute, contexts: ContextFactory): Promise<RequestContext> {
  const method = request.method === 'PUT' ? 'PUT' : 'GET';
  const ctx = await contexts.contextOf(callerOf(request));
  const refusal = refusalFor(route.allowanceOf(method, idsOf(request.params)), ctx);
  if (refusal) throw refusal;
  if (method === 'GET') return ctx;
  assertFromHere(request);
  const { maxBytes } = route;
  if (maxBytes !== undefined && Number(request.headers['content-length'] ?? 0) > maxBytes)
    throw new FileTooLarge(maxBytes);
  return ctx;
}

function idsOf(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => {
      if (!/(^id|Id)$/.test(name)) return [name, value];
      if (!isUUID(value)) throw new CodedError('NOT_FOUND', 'There is nothing here');
      return [name, value.toLowerCase()];
    }),
  );
}

/** A file is only taken from our own pages or from a program: another site could use the visitor's session. */
function assertFromHere({ headers }: FastifyRequest): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new CodedError('FORBIDDEN', 'Files are not taken from other sites');
}

function send(reply: FastifyReply, { name, contentType, content, sizeBytes, inline }: OutgoingFile): FastifyReply {
  if (sizeBytes !== undefined) void reply.header('content-length', sizeBytes);
  return reply
    .header('content-type', contentType)
    .header('content-disposition', contentDisposition(inline ? 'inline' : 'attachment', name))
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('cache-control', 'private, no-store')
    .send(content);
}

function callerOf({ id, ip, headers, query }: Queried) {
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

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  drain(request);
  const failure = describeFailure(error);
  if (failure.httpStatus >= 500) request.log.error(error);
  const { code, message, extensions } = failure;
  return reply
    .status(failure.httpStatus)
    .type('application/json; charset=utf-8')
    .send({ error: { code, message, requestId: request.id, ...extensions } });
}

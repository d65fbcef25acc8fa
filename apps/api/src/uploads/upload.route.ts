import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { visibleText } from '@dangol/crm';
import { newId } from '@dangol/db';
import { isUUID } from 'class-validator';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AttachmentContents, attachmentName } from '../attachments/index.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { FileTooLarge } from '../platform/files/file-store.ts';
import { drain } from '../platform/http/request-body.ts';
import { showUploadPage, wantsJson } from './page/show-upload-page.ts';
import { readUploadForm, type UploadForm } from './read-upload-form.ts';
import {
  TakeUploadUseCase,
  assertRoom,
  type AddressedLink,
  type KeptUpload,
  type Upload,
} from './take-upload.use-case.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import { UploadRate } from './upload-rate.ts';
import { UploadRefused } from './upload-refused.error.ts';

type Addressed = FastifyRequest<{ Params: { token: string }; Querystring: { sent?: string } }>;

/**
 * The page on which a buyer sends files, and the form behind it. Nobody signs in: the token is all there is. It is served here
 * and not by Next, so that it is small, sets no cookie, and works without scripts from anywhere.
 */
@Injectable()
export class UploadRoute implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly uploads: TakeUploadUseCase,
    private readonly contents: AttachmentContents,
    private readonly rate: UploadRate,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter?.getInstance<FastifyInstance>();
    if (!fastify) return; // a worker without HTTP
    // Not awaited, as in StreamedRoutes: it would load the routes there are before their error handler stands.
    void fastify.register((scope, _options, done) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, body, parsed) => parsed(null, body));
      scope.setErrorHandler((error, request, reply) => this.answerError(error, request as Addressed, reply));
      scope.get('/u/:token', (request, reply) => this.show(request as Addressed, reply));
      scope.post('/u/:token', { config: { streamed: true } }, (request, reply) =>
        this.receive(request as Addressed, reply),
      );
      done();
    });
  }

  private async show(request: Addressed, reply: FastifyReply): Promise<FastifyReply> {
    this.rate.take(request.ip);
    const { link } = await this.uploads.open(request.params.token);
    return showUploadPage(request, reply, { link, uploadId: newId(), sent: Number(request.query.sent) || 0 });
  }

  private async receive(request: Addressed, reply: FastifyReply): Promise<FastifyReply> {
    this.rate.take(request.ip);
    const { token } = request.params;
    const addressed = await this.uploads.open(token);
    if (Number(request.headers['content-length'] ?? 0) > UPLOAD_LIMITS.bytes * 1.1)
      throw new UploadRefused('TOO_LARGE_TOGETHER');
    return this.rate.during(addressed.link.id, async () => {
      const kept: KeptUpload[] = [];
      try {
        const form = await readUploadForm(request, (name, content) => this.keep(addressed, kept, name, content));
        return await this.finish(request, reply, addressed, uploadOf(form));
      } catch (error) {
        await this.uploads.drop(addressed.ctx, kept);
        throw error;
      }
    });
  }

  private async finish(
    request: Addressed,
    reply: FastifyReply,
    addressed: AddressedLink,
    upload: Upload,
  ): Promise<FastifyReply> {
    if (upload.files.length === 0) throw new UploadRefused('NO_FILES');
    const { token } = request.params;
    const isNew = await this.uploads.take(token, addressed, upload);
    const received = upload.files.length;
    if (wantsJson(request)) return reply.status(isNew ? 201 : 200).send({ received, next: newId() });
    return reply.redirect(`/u/${token}?sent=${received}`, 303);
  }

  private async keep(
    { ctx, link }: AddressedLink,
    kept: KeptUpload[],
    sent: string,
    content: Readable,
  ): Promise<KeptUpload> {
    const name = attachmentName(sent) ?? 'file';
    const id = newId();
    try {
      assertRoom(link, [...kept, { sizeBytes: 0 }]); // early, so that nobody sends in vain; the unit looks again
      const file = { ...(await this.contents.put(ctx.workspaceId, id, name, content)), id, name };
      kept.push(file);
      return file;
    } catch (error) {
      content.destroy();
      if (error instanceof FileTooLarge) throw new UploadRefused('FILE_TOO_LARGE', name);
      if (error instanceof CodedError && error.httpStatus < 500) throw new UploadRefused('FILE_TYPE', name);
      throw error;
    }
  }

  private answerError(error: unknown, request: Addressed, reply: FastifyReply): FastifyReply {
    drain(request);
    const refused = error instanceof UploadRefused ? error : new UploadRefused('UNAVAILABLE');
    if (refused !== error) request.log.error(error);
    void reply.status(refused.httpStatus);
    if (refused.code === 'RATE_LIMITED') void reply.header('retry-after', '60');
    if (wantsJson(request)) return reply.send({ error: { code: refused.code, file: refused.file } });
    return showUploadPage(request, reply, { problem: refused });
  }
}

function uploadOf({ fields, files }: UploadForm<KeptUpload>): Upload {
  const id = fields.get('id') ?? '';
  if (!isUUID(id)) throw new UploadRefused('BAD_FORM');
  const note = visibleText((fields.get('note') ?? '').slice(0, UPLOAD_LIMITS.noteLength).toWellFormed());
  return { id: id.toLowerCase(), note, files };
}

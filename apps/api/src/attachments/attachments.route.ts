import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AttachmentsRepository } from '@dangol/db';
import { CodedError } from '../platform/errors/coded-error.ts';
import {
  StreamedRoutes,
  type IncomingFile,
  type OutgoingFile,
  type StreamedRequest,
} from '../platform/http/streamed-routes.ts';
import { AttachmentContents, MAX_ATTACHMENT_BYTES } from './attachment-contents.ts';
import { OWNERS, ownerKindOf, type AttachmentOwner } from './attachment-owner.ts';
import { KeepAttachmentUseCase, ownerOf } from './keep-attachment.use-case.ts';
import { INLINE_TYPES } from './recognise-content.ts';

const INLINE: ReadonlySet<string> = new Set(INLINE_TYPES);

/** Takes and gives the contents of attachments. */
@Injectable()
export class AttachmentsRoute implements OnModuleInit {
  constructor(
    private readonly routes: StreamedRoutes,
    private readonly keepAttachment: KeepAttachmentUseCase,
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
  ) {}

  onModuleInit(): void {
    this.routes.open({
      url: '/files/:kind/:ownerId/:fileId',
      maxBytes: MAX_ATTACHMENT_BYTES,
      allowanceOf: (method, params) => OWNERS[ownerIn(params).kind][method === 'PUT' ? 'write' : 'read'],
      receive: (file) => this.receive(file),
      give: (request) => this.give(request),
    });
  }

  private async receive({ ctx, params, query, content }: IncomingFile): Promise<{ isNew: boolean; answer: object }> {
    const id = params.fileId ?? '';
    const sent = { id, owner: ownerIn(params), name: query.name ?? '', content };
    return { isNew: await this.keepAttachment.keep(ctx, sent), answer: { id } };
  }

  private async give({ ctx, params }: StreamedRequest): Promise<OutgoingFile> {
    const [file, owner] = [await this.attachments.findById(ctx, params.fileId ?? ''), ownerIn(params)];
    if (!file || ownerOf(file).id !== owner.id || ownerOf(file).kind !== owner.kind) throw notThere();
    const isOthersDraft = owner.kind === 'conversations' && file.messageId === null;
    if (isOthersDraft && file.uploadedBy !== (ctx.member?.id ?? null)) throw notThere();
    return {
      name: file.name,
      contentType: file.contentType,
      content: await this.contents.open(ctx, file.id),
      sizeBytes: Number(file.sizeBytes),
      inline: INLINE.has(file.contentType),
    };
  }
}

function ownerIn({ kind, ownerId }: StreamedRequest['params']): AttachmentOwner {
  const known = ownerKindOf(kind);
  if (!known) throw notThere();
  return { kind: known, id: ownerId ?? '' };
}

function notThere(): CodedError {
  return new CodedError('NOT_FOUND', 'There is no such file');
}

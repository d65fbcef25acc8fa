import { Injectable } from '@nestjs/common';
import {
  AttachmentsRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  UploadLinksRepository,
  type TenantContext,
} from '@dangol/db';
import { AttachmentContents, type StoredContent } from '../attachments/index.ts';
import { TakeInMessagesUseCase } from '../inbox/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { hashToken, workspaceOfToken } from '../platform/session/tokens.ts';
import { UPLOAD_LIMITS } from './upload-limits.ts';
import { queryOpenLink, type OpenLink } from './upload-links.query.ts';
import { UploadRefused } from './upload-refused.error.ts';

/** A file of an upload whose content is in the store. */
export interface KeptUpload extends StoredContent {
  readonly id: string;
  readonly name: string;
}

/** What somebody sent through a link in one go. */
export interface Upload {
  /** UUID made by the sender's page: the same one again is the same upload. */
  readonly id: string;
  readonly note: string | null;
  readonly files: readonly KeptUpload[];
}

/** A link with the workspace that its token names. */
export interface AddressedLink {
  readonly ctx: TenantContext;
  readonly link: OpenLink;
}

/** Takes in what buyers send through links: each upload is one message of the buyer, like any that a channel brings. */
@Injectable()
export class TakeUploadUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly links: UploadLinksRepository,
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
    private readonly takeIn: TakeInMessagesUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The link behind a token. Throws UploadRefused LINK_GONE, the same for every reason. */
  async open(token: string): Promise<AddressedLink> {
    const workspaceId = workspaceOfToken(token);
    if (!workspaceId) throw new UploadRefused('LINK_GONE');
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    const link = await queryOpenLink(this.database, ctx, hashToken(token), this.clock.now());
    if (!link) throw new UploadRefused('LINK_GONE');
    return { ctx, link };
  }

  /** Makes the message. Answers whether it is new. Contents of an upload that was known, or was refused, are removed again. */
  async take(token: string, { ctx, link }: AddressedLink, upload: Upload): Promise<boolean> {
    const channel: TenantContext = { ...ctx, actor: { kind: 'channel', id: link.channelId } };
    try {
      const isNew = await this.unitOfWork.run(channel, () => this.store(channel, hashToken(token), upload));
      if (!isNew) await this.drop(ctx, upload.files);
      return isNew;
    } catch (error) {
      await this.drop(ctx, upload.files);
      throw error;
    }
  }

  /** Removes contents whose rows were never written. */
  async drop(ctx: TenantContext, files: readonly Pick<KeptUpload, 'id'>[]): Promise<void> {
    for (const { id } of files)
      if (!(await this.attachments.findById(ctx, id))) await this.contents.removeNow(ctx.workspaceId, id);
  }

  private async store(ctx: TenantContext, tokenHash: Buffer, { id, note, files }: Upload): Promise<boolean> {
    const now = this.clock.now();
    // Held until the end: two uploads at once cannot both be the last one that fits, and a link that is taken back stays so.
    await this.links.find(ctx, { tokenHash }, { lock: true });
    const link = await queryOpenLink(this.database, ctx, tokenHash, now);
    if (!link) throw new UploadRefused('LINK_GONE');
    const externalId = `upload:${link.id}:${id}`;
    if (await this.isKnown(ctx, link.channelId, externalId)) return false;
    assertRoom(link, files);
    const body = {
      externalId,
      sentAt: now.toISOString(),
      direction: 'inbound' as const,
      conversation: { externalId: link.conversationExternalId },
      text: note ?? files.map(({ name }) => name).join('\n'),
    };
    const attached = files.map(({ name, ...stored }) => ({
      entry: { name, contentType: stored.contentType, url: null, attachmentId: stored.id },
      stored,
    }));
    await this.takeIn.execute(ctx, link.channelId, [{ buyerId: link.buyerId, body, files: attached }], now);
    await this.links.update(ctx, link.id, { usedCount: link.usedCount + files.length });
    this.events.append(ctx, {
      verb: 'upload_link.used',
      subjectKind: 'upload_link',
      subjectId: link.id,
      conversationId: link.conversationId,
      buyerId: link.buyerId,
      data: { files: files.length },
    });
    return true;
  }

  private async isKnown(ctx: TenantContext, channelId: string, externalId: string): Promise<boolean> {
    const known = await this.database.query(
      ctx,
      `select id from messages where workspace_id = $1 and channel_id = $2 and external_id = $3`,
      [ctx.workspaceId, channelId, externalId],
    );
    return known.length > 0;
  }
}

/** Throws UploadRefused when the link has no room for the files. */
export function assertRoom(link: OpenLink, files: readonly { readonly sizeBytes: number }[]): void {
  if (link.usedCount + files.length > UPLOAD_LIMITS.files) throw new UploadRefused('TOO_MANY_FILES');
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, link.usedBytes);
  if (bytes > UPLOAD_LIMITS.bytes) throw new UploadRefused('TOO_LARGE_TOGETHER');
}

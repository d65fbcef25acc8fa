import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import {
  AttachmentsRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  wholeWorkspace,
  type AttachmentEntity,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { AttachmentContents, type StoredContent } from './attachment-contents.ts';
import { attachmentName } from './attachment-name.ts';
import { OWNERS, type AttachmentOwner } from './attachment-owner.ts';

/** All files of one reply together: they travel in one message. */
const MAX_REPLY_BYTES = 50 * 1024 * 1024;

/** A file as it was sent. */
export interface SentFile {
  readonly id: string;
  readonly owner: AttachmentOwner;
  readonly name: string;
  readonly content: Readable;
}

/** Keeps files of buyers, products and conversations. */
@Injectable()
export class KeepAttachmentUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly attachments: AttachmentsRepository,
    private readonly contents: AttachmentContents,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Answers whether the file is new; the same id again changes nothing. Throws CodedError. */
  async keep(ctx: RequestContext, sent: SentFile): Promise<boolean> {
    const name = attachmentName(sent.name);
    if (name === null) throw new CodedError('BAD_USER_INPUT', 'The file needs a name');
    // Before the content is read, and for all rows there are: the content of somebody else's id must not be replaced.
    if (await this.isKnown(wholeWorkspace(ctx), sent)) return false;
    await this.unitOfWork.run(ctx, () => this.assertRoom(ctx, sent, 1)); // as little as a file can be
    const stored = await this.contents.put(ctx.workspaceId, sent.id, name, sent.content);
    try {
      return await this.unitOfWork.run(ctx, () => this.insert(ctx, { ...sent, name }, stored));
    } catch (error) {
      if (!(await this.attachments.findById(wholeWorkspace(ctx), sent.id)))
        await this.contents.removeNow(ctx.workspaceId, sent.id);
      throw error;
    }
  }

  private async insert(ctx: RequestContext, { id, owner, name }: SentFile, stored: StoredContent): Promise<boolean> {
    await this.assertRoom(ctx, { id, owner }, stored.sizeBytes);
    const known = await this.attachments.findById(ctx, id);
    const content = { contentType: stored.contentType, sizeBytes: BigInt(stored.sizeBytes), sha256: stored.sha256 };
    if (known) {
      // Sent twice at once: both put their content, and the row must tell of the one that lies there.
      await this.attachments.update(ctx, id, content);
      return false;
    }
    await this.attachments.insert(ctx, {
      id,
      ...ownerColumns(owner),
      name,
      ...content,
      position: owner.kind === 'products' ? await this.lastPosition(ctx, owner.id) : 0,
      uploadedBy: ctx.member?.id ?? null,
      createdAt: this.clock.now(),
    });
    this.events.append(ctx, { verb: 'file.added', subjectKind: 'file', subjectId: id, ...eventSubject(owner) });
    return true;
  }

  /** Whether this very file is stored. Throws when the id is that of another one. */
  private async isKnown(ctx: RequestContext, { id, owner }: SentFile): Promise<boolean> {
    const known = await this.attachments.findById(ctx, id);
    if (!known) return false;
    if (ownerOf(known).id !== owner.id) throw new CodedError('CONFLICT', 'The id belongs to another file');
    return true;
  }

  /** Locks the owner, so that two uploads cannot both be the last one that fits. The file itself, sent twice at once, counts once. */
  private async assertRoom(
    ctx: RequestContext,
    { id, owner }: Pick<SentFile, 'id' | 'owner'>,
    bytes: number,
  ): Promise<void> {
    const { column, lock, maxFiles } = OWNERS[owner.kind];
    const [found] = await this.database.query(ctx, lock, [ctx.workspaceId, owner.id]);
    if (!found) throw new CodedError('NOT_FOUND', 'What the file is for does not exist');
    const own = owner.kind === 'conversations' ? 'and message_id is null and uploaded_by is not distinct from $4' : '';
    const params = [ctx.workspaceId, owner.id, id, ...(own ? [ctx.member?.id ?? null] : [])];
    const [room] = await this.database.query<{ files: number; bytes: number }>(
      ctx,
      `select count(*)::int as files, coalesce(sum(size_bytes), 0)::float as bytes from attachments
       where workspace_id = $1 and ${column} = $2 and id <> $3 ${own}`,
      params,
    );
    if (room!.files >= maxFiles)
      throw new CodedError('CONFLICT', `There is room for ${maxFiles} files here`, { maxFiles });
    if (own && room!.bytes + bytes > MAX_REPLY_BYTES)
      throw new CodedError('PAYLOAD_TOO_LARGE', `The files of a reply may have ${MAX_REPLY_BYTES} bytes together`, {
        maxBytes: MAX_REPLY_BYTES,
      });
  }

  private async lastPosition(ctx: RequestContext, productId: string): Promise<number> {
    const [row] = await this.database.query<{ next: number }>(
      ctx,
      `select coalesce(max(position) + 1, 0) as next from attachments where workspace_id = $1 and product_id = $2`,
      [ctx.workspaceId, productId],
    );
    return row!.next;
  }
}

function ownerColumns({
  kind,
  id,
}: AttachmentOwner): Pick<AttachmentEntity, 'buyerId' | 'productId' | 'conversationId'> {
  return {
    buyerId: kind === 'buyers' ? id : null,
    productId: kind === 'products' ? id : null,
    conversationId: kind === 'conversations' ? id : null,
  };
}

/** What an attachment belongs to. */
export function ownerOf({ buyerId, productId, conversationId }: AttachmentEntity): AttachmentOwner {
  if (buyerId) return { kind: 'buyers', id: buyerId };
  return productId ? { kind: 'products', id: productId } : { kind: 'conversations', id: conversationId ?? '' };
}

/** What an event about a file of this owner is about besides. */
export function eventSubject({ kind, id }: AttachmentOwner): { buyerId?: string; conversationId?: string } {
  if (kind === 'buyers') return { buyerId: id };
  return kind === 'conversations' ? { conversationId: id } : {};
}

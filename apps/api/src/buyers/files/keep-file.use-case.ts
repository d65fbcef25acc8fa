import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import {
  BuyerFilesRepository,
  BuyersRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  refuse,
  type Refused,
} from '@dangol/db';
import { createHash } from 'node:crypto';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { CodedError } from '../../platform/errors/coded-error.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';

/** Largest file. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Files of one buyer. */
const MAX_FILES = 200;
const MAX_NAME = 200;

/** A file as it was sent. */
export interface SentFile {
  readonly id: string;
  readonly buyerId: string;
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A file to download. */
export interface StoredFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** Keeps, gives out and removes the files of a buyer. */
@Injectable()
export class KeepFileUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly files: BuyerFilesRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Answers whether the file is new; the same id again changes nothing. Throws CodedError. */
  async keep(ctx: RequestContext, sent: SentFile): Promise<boolean> {
    const name = fileName(sent.name);
    if (sent.content.length === 0) throw new CodedError('BAD_USER_INPUT', 'The file is empty');
    if (sent.content.length > MAX_FILE_BYTES)
      throw new CodedError('PAYLOAD_TOO_LARGE', 'A file may have 10 MB at most');
    return this.unitOfWork.run(ctx, async () => {
      const { id, buyerId, content } = sent;
      const buyer = await this.buyers.findById(ctx, buyerId, { lock: true });
      if (!buyer || buyer.erasedAt) throw new CodedError('NOT_FOUND', 'There is no such buyer');
      const known = await this.database.query<{ id: string; of: string; n: number }>(
        ctx,
        `select id, buyer_id as of from buyer_files where workspace_id = $1 and (buyer_id = $2 or id = $3)`,
        [ctx.workspaceId, buyerId, id],
      );
      const same = known.find((file) => file.id === id);
      if (same && same.of !== buyerId) throw new CodedError('CONFLICT', 'The id belongs to another file');
      if (same) return false;
      if (known.length >= MAX_FILES) throw new CodedError('CONFLICT', `A buyer may have ${MAX_FILES} files`);
      await this.files.insert(ctx, {
        id,
        buyerId,
        name,
        contentType: mediaType(sent.contentType),
        sizeBytes: content.length,
        sha256: createHash('sha256').update(content).digest(),
        content,
        uploadedBy: ctx.member?.id ?? null,
        createdAt: this.clock.now(),
      });
      this.append(ctx, 'file.added', id, buyerId);
      return true;
    });
  }

  /** The file, or null when the buyer has none of this id. */
  async open(ctx: RequestContext, buyerId: string, id: string): Promise<StoredFile | null> {
    const file = await this.files.findById(ctx, id);
    return file?.buyerId === buyerId ? file : null;
  }

  remove(ctx: RequestContext, id: string): Promise<string | Refused<NotFound>> {
    return this.unitOfWork.run<string | Refused<NotFound>>(ctx, async () => {
      const [gone] = await this.database.query<{ buyerId: string }>(
        ctx,
        `delete from buyer_files where workspace_id = $1 and id = $2 returning buyer_id as "buyerId"`,
        [ctx.workspaceId, id],
      );
      if (!gone) return refuse(new NotFound());
      this.append(ctx, 'file.removed', id, gone.buyerId);
      return id;
    });
  }

  private append(ctx: RequestContext, verb: string, id: string, buyerId: string): void {
    this.events.append(ctx, { verb, subjectKind: 'file', subjectId: id, buyerId });
  }
}

/** A name without folders; the end of a long one stays, because it says what kind of file it is. */
function fileName(entered: string): string {
  const name = visibleLine(entered.split(/[/\\]/).at(-1) ?? '');
  if (!name || /^\.+$/.test(name)) throw new CodedError('BAD_USER_INPUT', 'The file needs a name');
  return name.length <= MAX_NAME ? name : `${name.slice(0, MAX_NAME - 20)}…${name.slice(-19)}`;
}

function mediaType(header: string): string {
  const type = header.split(';')[0]!.trim().toLowerCase();
  return /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(type) ? type : 'application/octet-stream';
}

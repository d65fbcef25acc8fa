import { Injectable } from '@nestjs/common';
import {
  InboundMessagesRepository,
  JobQueue,
  MailCursorsRepository,
  UnitOfWork,
  newId,
  type MailCursorEntity,
  type TenantContext,
} from '@dangol/db';
import { Clock } from '../../../platform/clock/clock.ts';
import { APPLY_INBOUND_MESSAGE } from '../../apply-inbound-message.task-name.ts';
import { ChannelPulse } from '../../channel-pulse.ts';
import { mailKey } from '../parsing/mail-key.ts';

/** A mail as the server gave it; only its headers when it is too large to be read. */
export interface FetchedMail {
  readonly raw: Buffer;
  /** When it came into the mailbox, by the server's clock. */
  readonly arrivedAt: Date;
  /** Bytes of the whole mail when it was too large. */
  readonly tooLarge: number | null;
}

/** Up to where a folder has been read. */
export type MailPosition = Pick<MailCursorEntity, 'uidValidity' | 'lastUid'>;

/** Keeps what a mailbox holds: raw, once, and in one transaction with how far it was read. */
@Injectable()
export class StoreMailUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbound: InboundMessagesRepository,
    private readonly cursors: MailCursorsRepository,
    private readonly jobs: JobQueue,
    private readonly pulse: ChannelPulse,
    private readonly clock: Clock,
  ) {}

  /** How far the folder was read; null when it never was. */
  async position(ctx: TenantContext, channelId: string, folder: string): Promise<MailPosition | null> {
    const [cursor] = await this.cursors.find(ctx, { channelId, folder }, { limit: 1 });
    return cursor ?? null;
  }

  /** Stores mails and moves the cursor behind them. A mail that is there already, in whatever way it came, is left alone. */
  async execute(
    ctx: TenantContext,
    channelId: string,
    folder: string,
    mails: readonly FetchedMail[],
    position: MailPosition,
  ): Promise<void> {
    const keys = await Promise.all(mails.map(({ raw }) => mailKey(raw)));
    await this.unitOfWork.run(ctx, async () => {
      const now = this.clock.now();
      let fresh = 0;
      for (const [index, mail] of mails.entries())
        if (await this.keep(ctx, channelId, mail, keys[index]!, now)) fresh += 1;
      if (fresh > 0) await this.pulse.beat(ctx, channelId, now);
      await this.move(ctx, channelId, folder, position, now);
    });
  }

  private async keep(
    ctx: TenantContext,
    channelId: string,
    { raw, arrivedAt, tooLarge }: FetchedMail,
    key: { externalId: string; contentHash: Buffer },
    now: Date,
  ): Promise<boolean> {
    const id = newId();
    const row = {
      ...{ id, channelId, ...key, body: raw, format: 'mime' as const },
      receivedAt: arrivedAt < now ? arrivedAt : now, // the clock of the server may be ahead of ours
      ...(tooLarge === null
        ? { status: 'pending' as const }
        : {
            status: 'rejected' as const,
            problemCode: 'MAIL_TOO_LARGE',
            problem: `The mail has ${Math.ceil(tooLarge / (1024 * 1024))} MB; up to 25 MB are read. Its headers were kept.`,
          }),
    };
    if (!(await this.inbound.insertIfNew(ctx, row, ['channelId', 'externalId']))) return false;
    if (tooLarge !== null) return true;
    await this.jobs.enqueue(ctx, {
      task: APPLY_INBOUND_MESSAGE,
      payload: { workspaceId: ctx.workspaceId, id },
      key: `inbound:${id}`,
    });
    return true;
  }

  private async move(
    ctx: TenantContext,
    channelId: string,
    folder: string,
    { uidValidity, lastUid }: MailPosition,
    now: Date,
  ): Promise<void> {
    const first = { id: newId(), channelId, folder, uidValidity, lastUid, readAt: now };
    if (await this.cursors.insertIfNew(ctx, first, ['channelId', 'folder'])) return;
    const [cursor] = await this.cursors.find(ctx, { channelId, folder }, { limit: 1, lock: true });
    await this.cursors.update(ctx, cursor!.id, { uidValidity, lastUid, readAt: now });
  }
}

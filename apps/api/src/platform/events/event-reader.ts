import { Injectable } from '@nestjs/common';
import { EventLog, scopeOf, TenantDatabase } from '@dangol/db';
import type { StoredEvent, TenantContext } from '@dangol/db';
import { LiveEvents } from './live-events.ts';
import type { WakeUps } from './live-events.ts';

const BATCH = 200;

interface Batch {
  readonly events: readonly StoredEvent[];
  /** Every event up to here that the reader may see has been read. */
  readonly upTo: string;
}

/** Reads a workspace's log by position and waits for more; the one way in which live readers get events. */
@Injectable()
export class EventReader {
  /** Reads under way, so that two hundred sockets that wake at one position ask the database once. */
  private readonly underWay = new Map<string, Promise<Batch>>();

  constructor(
    private readonly events: EventLog,
    private readonly database: TenantDatabase,
    private readonly live: LiveEvents,
  ) {}

  /**
   * Events after `position` (from now when null) in order, none skipped, without end. The wake-ups are subscribed to
   * before the first read, so nothing falls between the two.
   */
  follow(ctx: TenantContext, position: string | null): AsyncIterableIterator<StoredEvent> {
    const wakeUps = this.live.subscribe(ctx.workspaceId);
    const events = this.read(ctx, position, wakeUps);
    return {
      next: () => events.next(),
      // A generator that waits for a wake-up cannot be returned from outside; closing the wake-ups lets it go at once.
      return: () => (wakeUps.close(), events.return()),
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  private async *read(
    ctx: TenantContext,
    position: string | null,
    wakeUps: WakeUps,
  ): AsyncGenerator<StoredEvent, void, undefined> {
    try {
      let seen = position ?? (await this.lastPosition(ctx));
      for (;;) {
        const { events, upTo } = await this.readAfter(ctx, seen, wakeUps.round);
        yield* events;
        seen = upTo;
        if (events.length < BATCH && !(await wakeUps.next())) return;
      }
    } finally {
      wakeUps.close();
    }
  }

  /**
   * Shares a read that is under way, but only one begun since the same wake-up: an older one may have started before
   * the commit that woke this reader, and would answer without it.
   */
  private readAfter(ctx: TenantContext, position: string, round: number): Promise<Batch> {
    const key = `${scopeOf(ctx)} ${position} ${round}`;
    const known = this.underWay.get(key);
    if (known) return known;
    const read = this.readBatch(ctx, position).finally(() => this.underWay.delete(key));
    this.underWay.set(key, read);
    return read;
  }

  /**
   * Who sees own records only also passes the events of others, so as not to look through them again at each wake-up:
   * positions are in commit order, so a position known before the read has no event behind it that comes later.
   */
  private async readBatch(ctx: TenantContext, position: string): Promise<Batch> {
    const last = ctx.ownRecordsOf ? await this.lastPosition(ctx) : position;
    const events = await this.events.readAfter(ctx, position, BATCH);
    const newest = events.at(-1)?.position ?? position;
    const all = events.length < BATCH;
    return { events, upTo: all && BigInt(last) > BigInt(newest) ? last : newest };
  }

  private async lastPosition(ctx: TenantContext): Promise<string> {
    const [row] = await this.database.query<{ position: string }>(
      ctx,
      'select last_event_position::text as position from workspaces where id = $1',
      [ctx.workspaceId],
    );
    return row?.position ?? '0';
  }
}

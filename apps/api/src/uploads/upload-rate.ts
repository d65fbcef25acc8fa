import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../platform/clock/clock.ts';
import { UploadRefused } from './upload-refused.error.ts';

/** Requests of one address in a minute: a person needs a few, a guesser of links gets nowhere. */
const PER_MINUTE = 60;
/** Uploads through one link at once; each may lie in the store whole before it is refused. */
const AT_ONCE = 3;
const MINUTE_MS = 60_000;

/** Keeps strangers from taking the process: they have no session by which they could be told apart. */
@Injectable()
export class UploadRate {
  private readonly windows = new LRUCache<string, { endsAtMs: number; used: number }>({ max: 20_000 });
  private readonly underWay = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  /** Counts a request. Throws UploadRefused RATE_LIMITED. */
  take(ip: string): void {
    const nowMs = this.clock.now().getTime();
    let window = this.windows.get(ip);
    if (!window || window.endsAtMs <= nowMs) this.windows.set(ip, (window = { endsAtMs: nowMs + MINUTE_MS, used: 0 }));
    window.used += 1;
    if (window.used > PER_MINUTE) throw new UploadRefused('RATE_LIMITED');
  }

  /** Does the work of one upload through a link. Throws UploadRefused RATE_LIMITED when enough are under way. */
  async during<Answer>(linkId: string, work: () => Promise<Answer>): Promise<Answer> {
    const others = this.underWay.get(linkId) ?? 0;
    if (others >= AT_ONCE) throw new UploadRefused('RATE_LIMITED');
    this.underWay.set(linkId, others + 1);
    try {
      return await work();
    } finally {
      const left = this.underWay.get(linkId)! - 1;
      if (left > 0) this.underWay.set(linkId, left);
      else this.underWay.delete(linkId);
    }
  }
}

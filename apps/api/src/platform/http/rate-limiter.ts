import { Inject, Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';
import { Clock } from '../clock/clock.ts';
import type { RequestContext } from '../context/request-context.ts';
import { CodedError } from '../errors/coded-error.ts';

const WINDOW_MS = 60_000;
const REMEMBERED_CALLERS = 50_000;

interface Window {
  readonly endsAt: number;
  used: number;
}

/**
 * Counts the requests of each caller (API key, session, else address) in windows of a minute. Kept in the process: N
 * processes allow N times as much, which is enough to stop a runaway script and costs no query.
 */
@Injectable()
export class RateLimiter {
  private readonly windows = new LRUCache<string, Window>({ max: REMEMBERED_CALLERS });

  constructor(
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Counts one request; throws RATE_LIMITED with the seconds to wait when the caller has used up its minute. */
  take(ctx: RequestContext): void {
    const key = ctx.tokenHash ?? ctx.ip;
    const now = this.clock.now().getTime();
    let window = this.windows.get(key);
    if (!window || window.endsAt <= now) {
      window = { endsAt: now + WINDOW_MS, used: 0 };
      this.windows.set(key, window);
    }
    window.used += 1;
    if (window.used <= this.env.rateLimitPerMinute) return;
    const retryAfterSeconds = Math.ceil((window.endsAt - now) / 1000);
    throw new CodedError('RATE_LIMITED', 'Too many requests; wait and try again', { retryAfterSeconds });
  }
}

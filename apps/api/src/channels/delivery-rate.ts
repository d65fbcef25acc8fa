import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Clock } from '../platform/clock/clock.ts';
import { DeliveryRefused } from './delivery-refused.error.ts';

/** Deliveries a channel may send to one process: a bucket of 5,000 that fills at 2,000 a second. */
const BUCKET_SIZE = 5_000;
const REFILL_PER_MS = 2;

/** Keeps one channel's flood from taking the whole process; a refused delivery is to be sent again. */
@Injectable()
export class DeliveryRate {
  private readonly buckets = new LRUCache<string, { tokens: number; atMs: number }>({ max: 10_000 });

  constructor(private readonly clock: Clock) {}

  /** @throws DeliveryRefused 429 RATE_LIMITED when the bucket of `channelKey` is empty */
  take(channelKey: string): void {
    const nowMs = this.clock.now().getTime();
    const bucket = this.buckets.get(channelKey) ?? { tokens: BUCKET_SIZE, atMs: nowMs };
    const tokens = Math.min(BUCKET_SIZE, bucket.tokens + Math.max(0, nowMs - bucket.atMs) * REFILL_PER_MS);
    if (tokens < 1)
      throw new DeliveryRefused(429, 'RATE_LIMITED', 'Too many deliveries; send this one again in a second.');
    this.buckets.set(channelKey, { tokens: tokens - 1, atMs: nowMs });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';
import { LOG } from '../logging/log.ts';
import type { Log } from '../logging/log.ts';

/** Handles the payload of one notification. */
export type NotificationHandler = (payload: string) => void;

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;
/** A dead network shows only when something is written: without this a lost connection would stay silent for hours. */
const HEARTBEAT_MS = 15_000;

/**
 * The one LISTEN connection of this process, on the direct URL because a transaction pooler cannot carry LISTEN.
 * It comes back by itself; whatever was notified meanwhile is lost, so readers catch up in `onGap`.
 */
@Injectable()
export class DatabaseListener implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly handlers = new Map<string, Set<NotificationHandler>>();
  private readonly gapHandlers = new Set<() => void>();
  private client: Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private heartbeat: NodeJS.Timeout | null = null;
  private failures = 0;
  private stopped = false;

  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(LOG) private readonly log: Log,
  ) {}

  /** True while notifications arrive. While false, nothing that relies on them may be trusted. */
  get connected(): boolean {
    return this.client !== null;
  }

  /** Registers for a channel; call before the application has started, the list of channels is fixed then. */
  on(channel: 'dangol_events' | 'dangol_sessions', handler: NotificationHandler): void {
    const handlers = this.handlers.get(channel) ?? new Set();
    this.handlers.set(channel, handlers.add(handler));
  }

  /** Called when the connection was lost and when it is back: notifications between the two never arrive. */
  onGap(handler: () => void): void {
    this.gapHandlers.add(handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.retry) clearTimeout(this.retry);
    if (this.heartbeat) clearInterval(this.heartbeat);
    const client = this.client;
    this.client = null;
    await client?.end();
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.env.database.directUrl,
      application_name: 'dangol-listen',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    let lost = false;
    const onLoss = (error?: Error): void => {
      if (lost) return;
      lost = true;
      this.lose(client, error);
    };
    client.on('error', onLoss);
    client.on('end', () => onLoss());
    client.on('notification', ({ channel, payload }) => this.dispatch(channel, payload ?? ''));
    try {
      await client.connect();
      for (const channel of this.handlers.keys()) await client.query(`listen ${channel}`);
    } catch (error) {
      return onLoss(error instanceof Error ? error : undefined);
    }
    if (lost || this.stopped) return void client.end().catch(() => undefined);
    this.client = client;
    this.startHeartbeat(client, onLoss);
    if (this.failures > 0) {
      this.failures = 0;
      this.log.info('listening again');
      this.announceGap();
    }
  }

  private lose(client: Client, error?: Error): void {
    client.end().catch(() => undefined);
    const wasConnected = this.client === client;
    if (wasConnected) this.client = null;
    if (this.heartbeat) clearInterval(this.heartbeat);
    if (this.stopped) return;
    if (wasConnected) this.announceGap();
    this.failures += 1;
    const delayMs = Math.min(FIRST_RETRY_MS * 2 ** (this.failures - 1), LAST_RETRY_MS);
    this.log.warn({ err: error, delayMs }, 'the LISTEN connection is down');
    this.retry = setTimeout(() => void this.connect(), delayMs);
  }

  private startHeartbeat(client: Client, onLoss: (error?: Error) => void): void {
    this.heartbeat = setInterval(() => {
      const answer = setTimeout(() => onLoss(new Error('no answer to the heartbeat')), HEARTBEAT_MS / 2);
      client.query('select 1').then(
        () => clearTimeout(answer),
        (error: Error) => (clearTimeout(answer), onLoss(error)),
      );
    }, HEARTBEAT_MS);
    this.heartbeat.unref();
  }

  private announceGap(): void {
    for (const handler of this.gapHandlers) handler();
  }

  private dispatch(channel: string, payload: string): void {
    for (const handler of this.handlers.get(channel) ?? []) handler(payload);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { ChannelsRepository } from '@dangol/db';
import { ENV, type Env } from '../../../config/env.ts';
import { LOG, type Log } from '../../../platform/logging/log.ts';
import { SecretBox } from '../../../platform/secrets/secret-box.ts';
import { MailHosts } from '../mail-hosts.ts';
import { MailboxLease, type WantedMailbox } from './mailbox-lease.ts';
import { MailboxReader, READING_PAUSES } from './mailbox-reader.ts';
import { MailboxStanding } from './mailbox-standing.ts';
import { StoreMailUseCase } from './store-mail.use-case.ts';

/** The list is looked through this often even when nobody told of a change: a process that died told nobody. */
const LOOK_AGAIN_MS = 5_000;
/** So many mailboxes are taken at a time, so that processes which start together share them. */
const TAKEN_AT_ONCE = 20;
const TAKE_ON_MS = 50;
const RETRY_MS = 1_000;

/** Reads the mailboxes of all channels in the processes that work: each by one process, new ones without a restart. */
@Injectable()
export class MailboxReaders implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly running = new Map<string, { reader: MailboxReader; version: string }>();
  private lease: MailboxLease | null = null;
  private timer: NodeJS.Timeout | null = null;
  private sweeping: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly secrets: SecretBox,
    private readonly hosts: MailHosts,
    private readonly store: StoreMailUseCase,
    private readonly standing: MailboxStanding,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.env.role === 'http') return;
    await this.connect();
  }

  /** The connections of the database are still open at this point of the shutdown. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.sweeping;
    await this.stopAll();
    const lease = this.lease;
    this.lease = null;
    await lease?.end();
  }

  private async connect(): Promise<void> {
    try {
      this.lease = await MailboxLease.connect(
        this.env.database.directUrl,
        () => this.sweepSoon(),
        (error) => this.lose(error),
      );
      this.sweepSoon();
    } catch (error) {
      this.lose(error);
    }
  }

  /** Without the locks another process may read the same mailboxes now. */
  private lose(error: unknown): void {
    this.lease = null;
    if (this.stopped) return;
    this.log.warn({ err: error }, 'the connection that holds the mailbox locks is down');
    if (this.timer) clearTimeout(this.timer);
    this.sweeping = this.sweeping.then(() => this.stopAll());
    this.timer = setTimeout(() => void this.sweeping.then(() => this.connect()), RETRY_MS);
  }

  /** One sweep after the other, and again after a while. */
  private sweepSoon(): void {
    if (this.stopped) return;
    if (this.timer) clearTimeout(this.timer);
    this.sweeping = this.sweeping.then(async () => {
      const { lease } = this;
      if (this.stopped || !lease) return;
      let more = false;
      try {
        more = await this.sweep(lease);
      } catch (error) {
        this.log.warn({ err: error }, 'the mailboxes to read could not be looked through');
      }
      if (this.stopped || this.lease !== lease) return;
      if (this.timer) clearTimeout(this.timer);
      this.timer = setTimeout(() => this.sweepSoon(), more ? TAKE_ON_MS : LOOK_AGAIN_MS);
    });
  }

  /** Answers whether there may be more to take. */
  private async sweep(lease: MailboxLease): Promise<boolean> {
    const wanted = await lease.wanted();
    const byId = new Map(wanted.map((mailbox) => [mailbox.channelId, mailbox]));
    for (const [channelId, { reader, version }] of this.running) {
      const still = byId.get(channelId);
      if (still?.version === version) continue;
      await reader.stop();
      this.running.delete(channelId);
      if (still) this.start(still);
      else await lease.release(channelId);
    }
    const free = wanted.filter(({ channelId }) => !this.running.has(channelId)).map(({ channelId }) => channelId);
    for (let from = 0; from < free.length; from += TAKEN_AT_ONCE) {
      const taken = await lease.take(free.slice(from, from + TAKEN_AT_ONCE));
      if (this.lease !== lease) return false; // lost meanwhile, and with it what was taken
      for (const channelId of taken) this.start(byId.get(channelId)!);
      if (taken.size > 0) return true;
    }
    return false;
  }

  private start({ workspaceId, channelId, version }: WantedMailbox): void {
    const { channels, secrets, hosts, store, standing, log } = this;
    const parts = { channels, secrets, hosts, store, standing, log, pauses: READING_PAUSES };
    const reader = new MailboxReader(workspaceId, channelId, parts);
    this.running.set(channelId, { reader, version });
    reader.start();
  }

  private async stopAll(): Promise<void> {
    const readers = [...this.running.values()];
    this.running.clear();
    await Promise.all(readers.map(({ reader }) => reader.stop()));
  }
}

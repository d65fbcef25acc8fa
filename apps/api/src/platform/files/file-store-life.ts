import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { ENV } from '../../config/env.ts';
import type { Env } from '../../config/env.ts';
import { Clock } from '../clock/clock.ts';
import { LOG } from '../logging/log.ts';
import type { Log } from '../logging/log.ts';
import { FileStore } from './file-store.ts';

/** Clears the store of half contents when a worker starts, and lets go of it at the end. */
@Injectable()
export class FileStoreLife implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(
    private readonly store: FileStore,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.env.role === 'http') return;
    try {
      await this.store.clearForgotten(this.clock.now());
    } catch (error) {
      this.log.warn({ err: error }, 'half files could not be cleared'); // they only take up room
    }
  }

  onApplicationShutdown(): void {
    this.store.close();
  }
}

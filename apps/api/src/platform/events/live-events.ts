import { Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { DatabaseListener } from './database-listener.ts';

/**
 * The notification follows the commit as a statement of its own, so a process that dies between the two leaves an event
 * that nobody was told of. Readers look again this often even when nothing woke them.
 */
const LOOK_AGAIN_MS = 30_000;

/** The readers of one workspace and how many times they have been woken. */
interface WorkspaceReaders {
  readonly streams: Set<WakeUps>;
  round: number;
}

/** Wakes one reader; wake-ups that come while it is busy merge into one. */
export class WakeUps {
  private pending = false;
  private closed = false;
  private wake: (() => void) | null = null;

  constructor(
    private readonly readers: WorkspaceReaders,
    private readonly onClose: (self: WakeUps) => void,
  ) {}

  /** Number of the last wake-up of the workspace: what is read after it knows every event before it. */
  get round(): number {
    return this.readers.round;
  }

  /** Resolves to true at the next wake-up, to false when closed. */
  async next(): Promise<boolean> {
    if (!this.pending && !this.closed) {
      await new Promise<void>((resolve) => (this.wake = resolve));
      this.wake = null;
    }
    this.pending = false;
    return !this.closed;
  }

  /** Wakes the reader. */
  signal(): void {
    this.pending = true;
    this.wake?.();
  }

  /** Ends the stream; a reader that waits is let go. */
  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.onClose(this);
    this.wake?.();
  }
}

/**
 * Fans the notifications of the event log out by workspace. A wake-up carries no event: readers fetch from the log by
 * position, so a lost or doubled notification can neither lose nor double an event.
 */
@Injectable()
export class LiveEvents implements OnApplicationShutdown {
  private readonly workspaces = new Map<string, WorkspaceReaders>();
  private readonly lookAgain: NodeJS.Timeout;

  constructor(listener: DatabaseListener) {
    listener.on('dangol_events', (workspaceId) => this.wake(workspaceId));
    listener.onGap(() => this.wakeAll());
    this.lookAgain = setInterval(() => this.wakeAll(), LOOK_AGAIN_MS);
    this.lookAgain.unref();
  }

  /** Wake-ups of one workspace from now on. Subscribe before the first read of the log, then nothing falls between. */
  subscribe(workspaceId: string): WakeUps {
    const readers = this.workspaces.get(workspaceId) ?? { streams: new Set<WakeUps>(), round: 0 };
    const stream = new WakeUps(readers, (self) => {
      readers.streams.delete(self);
      if (readers.streams.size === 0) this.workspaces.delete(workspaceId);
    });
    readers.streams.add(stream);
    this.workspaces.set(workspaceId, readers);
    return stream;
  }

  /** How many readers there are, for the metrics. */
  get readerCount(): number {
    let count = 0;
    for (const { streams } of this.workspaces.values()) count += streams.size;
    return count;
  }

  onApplicationShutdown(): void {
    clearInterval(this.lookAgain);
    for (const { streams } of this.workspaces.values()) for (const stream of [...streams]) stream.close();
  }

  private wakeAll(): void {
    for (const workspaceId of this.workspaces.keys()) this.wake(workspaceId);
  }

  private wake(workspaceId: string): void {
    const readers = this.workspaces.get(workspaceId);
    if (!readers) return;
    readers.round += 1;
    for (const stream of readers.streams) stream.signal();
  }
}

/** What the writer has typed so far; `draftId` is the assistant's draft that was inserted, if any. */
export interface ReplyText {
  text: string;
  draftId: string | null;
}

export type SaveState =
  { kind: 'empty' } | { kind: 'unsaved' } | { kind: 'saving' } | { kind: 'saved'; at: string } | { kind: 'failed' };

export interface ReplyDraftSaverOptions {
  /** Stores the text on the server and answers the instant it was stored, or null when it could not be stored. */
  save(reply: ReplyText): Promise<string | null>;
  onState(state: SaveState): void;
}

/** Typing pauses this long before a save; with a save every `MAX_WAIT_MS` at least, the server is never 2 s behind (UX principle 9). */
const PAUSE_MS = 700;
const MAX_WAIT_MS = 1_500;
const RETRY_MS = 4_000;

/** Brings what is typed to the server: one save at a time, the newest text last, tried again until it holds. */
export class ReplyDraftSaver {
  private readonly options: ReplyDraftSaverOptions;
  private wanted: ReplyText | null = null;
  private firstChangeAt = 0;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(options: ReplyDraftSaverOptions) {
    this.options = options;
  }

  /** True while something typed is not on the server. */
  get pending(): boolean {
    return this.wanted !== null || this.running !== null;
  }

  change(reply: ReplyText): void {
    const now = Date.now();
    if (this.wanted === null) this.firstChangeAt = now;
    this.wanted = reply;
    this.options.onState({ kind: 'unsaved' });
    this.schedule(Math.max(0, Math.min(PAUSE_MS, this.firstChangeAt + MAX_WAIT_MS - now)));
  }

  /** Saves now what waits; resolves when the running save has ended. */
  async flush(): Promise<void> {
    this.clearTimer();
    if (!this.running) this.running = this.run().finally(() => (this.running = null));
    await this.running;
  }

  /** Forgets what waits: the text is being sent or was replaced by the server's. Resolves when no save is under way any more. */
  async drop(): Promise<void> {
    this.clearTimer();
    this.wanted = null;
    await this.running;
  }

  /** Calls back (again): a screen that was left may be entered once more. */
  start(): void {
    this.stopped = false;
  }

  /** Saves what waits and calls back no more. */
  stop(): void {
    void this.flush();
    this.stopped = true;
  }

  private async run(): Promise<void> {
    const reply = this.wanted;
    if (!reply) return;
    this.report({ kind: 'saving' });
    const at = await this.options.save(reply).catch(() => null);
    const superseded = this.wanted !== reply;
    if (at === null) {
      if (superseded) return;
      this.report({ kind: 'failed' });
      if (!this.stopped) this.schedule(RETRY_MS);
      return;
    }
    if (superseded) {
      // Typed on while saving: the next save is due by its own timer, or at once when nothing will call again.
      if (this.wanted && this.stopped) await this.run();
      return;
    }
    this.wanted = null;
    this.report(reply.text === '' ? { kind: 'empty' } : { kind: 'saved', at });
  }

  private schedule(delayMs: number): void {
    this.clearTimer();
    this.timer = setTimeout(() => {
      this.timer = null;
      // A save that is still running is waited for, so that an older text never lands after a newer one.
      if (this.running) void this.running.then(() => this.wanted && this.flush());
      else void this.flush();
    }, delayMs);
  }

  private clearTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private report(state: SaveState): void {
    if (!this.stopped) this.options.onState(state);
  }
}

import type { FixedClock } from '../platform/clock/clock.ts';
import type { TaskHandler } from '../platform/jobs/task.decorator.ts';
import type { CollectedJobs } from './collected-jobs.ts';

/** Something that happens at an instant of the past. */
export interface Cue {
  readonly atMs: number;
  act(): Promise<void>;
}

/** Plays the past in its own order: cues and the jobs they cause, each at its instant on the one clock of the process. */
export class DemoStage {
  constructor(
    private readonly clock: FixedClock,
    private readonly jobs: CollectedJobs,
    private readonly handlers: ReadonlyMap<string, TaskHandler>,
  ) {}

  /** Plays everything until nothing is left to do; `cues` may come in any order. */
  async play(cues: readonly Cue[]): Promise<void> {
    const inOrder = cues.toSorted((left, right) => left.atMs - right.atMs);
    for (const cue of inOrder) {
      await this.runJobsUntil(cue.atMs);
      this.clock.set(new Date(cue.atMs));
      await cue.act();
    }
    await this.runJobsUntil(Infinity);
  }

  private async runJobsUntil(untilMs: number): Promise<void> {
    for (let job = this.jobs.first; job && job.dueMs <= untilMs; job = this.jobs.first) {
      const handler = this.handlers.get(job.task);
      if (!handler) throw new Error(`no handler for the task ${job.task}`);
      this.jobs.take(job);
      this.clock.set(new Date(job.dueMs));
      // Not the last attempt: a failure must stop the seed, not become an exception entry of the demo.
      await handler.run(job.payload, { id: 'demo', attempt: 1, lastAttempt: false });
    }
  }
}

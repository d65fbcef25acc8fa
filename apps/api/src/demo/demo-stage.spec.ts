import { JobQueue, type TenantContext } from '@dangol/db';
import { FixedClock } from '../platform/clock/clock.ts';
import type { TaskHandler } from '../platform/jobs/task.decorator.ts';
import { CollectedJobs } from './collected-jobs.ts';
import { DemoStage } from './demo-stage.ts';

const ctx: TenantContext = { workspaceId: 'w', actor: { kind: 'system', id: null } };

function stageWith(run: (name: string, at: string, payload: Record<string, unknown>) => void) {
  const clock = new FixedClock('2026-03-02T00:00:00Z');
  const jobs = new CollectedJobs(clock, []);
  const queue = Object.create(JobQueue.prototype) as JobQueue; // without a database: nothing may reach it
  jobs.takeOver(queue);
  const handler = (name: string): TaskHandler => ({
    run: (payload) => Promise.resolve(run(name, clock.now().toISOString().slice(11, 19), payload)),
  });
  const handlers = new Map(['apply', 'deliver'].map((name) => [name, handler(name)]));
  const cue = (time: string, act: () => Promise<void>) => ({ atMs: Date.parse(`2026-03-02T${time}Z`), act });
  return { clock, queue, stage: new DemoStage(clock, jobs, handlers), cue };
}

describe('DemoStage', () => {
  it('plays cues and the jobs they cause in the order of their instants', async () => {
    const seen: string[] = [];
    const { clock, queue, stage, cue } = stageWith((name, at) => seen.push(`${name} ${at}`));
    const runAt = new Date('2026-03-02T10:00:10Z');
    await stage.play([
      cue('10:00:05', () => Promise.resolve(void seen.push(`cue ${clock.now().toISOString().slice(11, 19)}`))),
      cue('10:00:00', async () => {
        await queue.enqueue(ctx, { task: 'deliver', payload: {}, key: 'm', runAt });
        await queue.enqueue(ctx, { task: 'apply', payload: {} });
      }),
    ]);
    expect(seen).toEqual(['apply 10:00:01', 'cue 10:00:05', 'deliver 10:00:10']);
  });

  it('replaces a job under the same key, and adds the workspace', async () => {
    const seen: unknown[] = [];
    const { queue, stage, cue } = stageWith((_name, at, payload) => seen.push([at, payload]));
    await stage.play([
      cue('10:00:00', async () => {
        await queue.enqueue(ctx, {
          task: 'deliver',
          payload: { id: 'm' },
          key: 'm',
          runAt: new Date('2026-03-02T10:00:10Z'),
        });
        await queue.enqueue(ctx, {
          task: 'deliver',
          payload: { id: 'm' },
          key: 'm',
          runAt: new Date('2026-03-02T10:00:30Z'),
        });
      }),
    ]);
    expect(seen).toEqual([['10:00:30', { id: 'm', workspaceId: 'w' }]]);
  });

  it('stops at a task that nobody handles', async () => {
    const { queue, stage, cue } = stageWith(() => undefined);
    const play = stage.play([cue('10:00:00', () => queue.enqueue(ctx, { task: 'unknown', payload: {} }))]);
    await expect(play).rejects.toThrow('no handler for the task unknown');
  });
});

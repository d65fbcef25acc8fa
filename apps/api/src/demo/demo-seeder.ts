import { JobQueue, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { NIGHTLY_UPKEEP } from '../buyers/index.ts';
import type { FixedClock } from '../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { Passwords } from '../workspaces/index.ts';
import { bringOrderLines } from './bring-catalogue.ts';
import { bringCustomers } from './bring-customers.ts';
import { planOverrides } from './bring-overrides.ts';
import { bringHandEntries, setChannelRules } from './bring-hand-entries.ts';
import { bringPlans } from './bring-plans.ts';
import { planRecords } from './bring-records.ts';
import { bringSamples } from './bring-samples.ts';
import { planMoves } from './bring-stages.ts';
import { CollectedJobs } from './collected-jobs.ts';
import { DEMO } from './demo-accounts.ts';
import { DemoStage } from './demo-stage.ts';
import { planScenes } from './plan-scenes.ts';
import { ScenePlayer } from './scene-player.ts';
import { readDemoSeed, readOtherSeed } from './read-seed-data.ts';
import { setUpWorkspace } from './set-up-workspace.ts';
import type { WorkspaceSeed } from './workspace-seed.ts';

const DAY_MS = 86_400_000;
/** The workspaces came to Dangol this long before now: a little more than the 30 days that the figures show. */
const JOINED_DAYS_AGO = 32;

/** What seeding did: the slugs of the workspaces that it made and of those that were there. */
export interface SeedOutcome {
  readonly made: string[];
  readonly kept: string[];
}

/**
 * Fills a database with the demo workspaces. Each is made in one transaction by the product's own use cases, with the clock
 * of the process moved through the last 30 days: after a crash nothing is left, and seeding again changes nothing.
 */
export class DemoSeeder {
  private readonly jobs: CollectedJobs;
  private readonly now: Date;

  /** `app` must be a process of its own without a worker, on `clock`, which says the real now. */
  constructor(
    private readonly app: INestApplicationContext,
    private readonly clock: FixedClock,
  ) {
    this.now = clock.now();
    this.jobs = new CollectedJobs(clock, [NIGHTLY_UPKEEP]);
    this.jobs.takeOver(app.get(JobQueue));
  }

  /** @throws DemoConflict when a slug or e-mail of the demo belongs to somebody else */
  async seed(): Promise<SeedOutcome> {
    const outcome: SeedOutcome = { made: [], kept: [] };
    for (const read of [readOtherSeed, readDemoSeed]) {
      const seed = read(this.now);
      const made = await this.seedWorkspace(seed);
      outcome[made ? 'made' : 'kept'].push(seed.workspace.slug);
    }
    return outcome;
  }

  private async seedWorkspace(seed: WorkspaceSeed): Promise<boolean> {
    const ctx: TenantContext = { workspaceId: seed.workspace.id, actor: { kind: 'system', id: null } };
    if (await this.exists(ctx)) return false;
    const hashes = await this.hashPasswords(seed);
    return this.app.get(UnitOfWork).run(ctx, async () => {
      // Two processes that seed at once: the second waits here, and finds the workspace.
      await this.app.get(TenantDatabase).query(ctx, `select pg_advisory_xact_lock(hashtextextended('dangol demo', 0))`);
      if (await this.exists(ctx)) return false;
      await this.fill(seed, hashes);
      return true;
    });
  }

  private async fill(seed: WorkspaceSeed, hashes: ReadonlyMap<string, string>): Promise<void> {
    this.clock.set(new Date(this.now.getTime() - JOINED_DAYS_AGO * DAY_MS));
    const isDemo = seed.workspace.slug === DEMO.workspace.slug;
    const workspace = await setUpWorkspace(this.app, seed, hashes);
    const plans = await bringPlans(this.app, seed.workspace.slug, workspace, this.now);
    const { customers, cues } = await bringCustomers(this.app, seed, workspace);
    await bringOrderLines(this.app, workspace.owner, workspace.offered);
    const samples = await bringSamples(this.app, seed.workspace.slug, workspace, this.now);
    const jiho = workspace.members.get('jiho') ?? workspace.owner;
    const calls = isDemo ? await bringHandEntries(this.app, workspace, jiho, this.now) : [];
    const moves = planMoves(this.app, jiho, this.now);
    const player = new ScenePlayer(this.app, workspace, customers, seed.workspace.sellerName);
    const acts = planScenes(seed.scenes, workspace.calendar, this.now.getTime());
    const stage = new DemoStage(this.clock, this.jobs, this.handlers());
    await stage.play([
      ...plans,
      ...cues,
      ...samples,
      ...calls,
      ...moves,
      ...planRecords(this.app, workspace, customers, this.now),
      ...planOverrides(this.app, workspace, this.now),
      ...acts.map((act) => ({ atMs: act.atMs, act: () => player.play(act) })),
    ]);
    this.clock.set(this.now);
    if (isDemo) await setChannelRules(this.app, workspace);
  }

  private async exists(ctx: TenantContext): Promise<boolean> {
    const sql = 'select from workspaces where id = $1';
    return (await this.app.get(TenantDatabase).query(ctx, sql, [ctx.workspaceId])).length > 0;
  }

  /** Hashed before the transaction: it is the slow part, and the same work twice would be wasted. */
  private async hashPasswords({ workspace }: WorkspaceSeed): Promise<Map<string, string>> {
    const passwords = this.app.get(Passwords);
    const hashed = workspace.staff.map(async ({ email }) => [email, await passwords.hash(DEMO.password)] as const);
    return new Map(await Promise.all(hashed));
  }

  private handlers(): Map<string, TaskHandler> {
    const discovery = this.app.get(DiscoveryService);
    const found = discovery.getProviders({ metadataKey: Task.KEY }).flatMap((wrapper): [string, TaskHandler][] => {
      const task = discovery.getMetadataByDecorator(Task, wrapper);
      return task ? [[task, wrapper.instance as TaskHandler]] : [];
    });
    return new Map(found);
  }
}

import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.ts';
import type { Env } from '../config/env.ts';
import { DemoSeeder, type SeedOutcome } from '../demo/index.ts';
import { FixedClock } from '../platform/clock/clock.ts';

/** Fills the database of `env` with the demo workspaces, as if `now` were now; those that are there stay as they are. */
export async function seedDemo(env: Env, now: Date): Promise<SeedOutcome> {
  const clock = new FixedClock(now);
  // Without a worker: the seed runs its own jobs, at their time in the past, and leaves everybody else's alone.
  const app = await NestFactory.createApplicationContext(AppModule.with({ env: { ...env, role: 'http' }, clock }), {
    logger: ['warn', 'error'],
    abortOnError: false,
  });
  try {
    return await new DemoSeeder(app, clock).seed();
  } finally {
    await app.close();
  }
}

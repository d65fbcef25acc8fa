import 'reflect-metadata';
import { readEnv, WrongEnvironment } from '../config/env.ts';
import { DemoConflict } from '../demo/index.ts';
import { seedDemo } from './seed.command.ts';

try {
  const { made, kept } = await seedDemo(readEnv(), new Date());
  process.stdout.write(`Demo workspaces made: ${made.join(', ') || 'none'}; kept: ${kept.join(', ') || 'none'}\n`);
} catch (error) {
  const forPeople = error instanceof DemoConflict || error instanceof WrongEnvironment;
  process.stderr.write(`${forPeople ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = 1;
}

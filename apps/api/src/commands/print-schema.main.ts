import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { FEATURES } from '../app.module.ts';
import { buildSchema, printContract } from '../platform/graphql/build-schema.ts';
import { PlatformResolversModule } from '../platform/platform.module.ts';

/** Writes apps/api/schema.graphql; with --check it only says whether the file is what the code makes. */
const FILE = resolve('apps/api/schema.graphql');

const printed = printContract(
  await buildSchema({ module: class Contract {}, imports: [PlatformResolversModule, ...FEATURES] }),
);
if (!process.argv.includes('--check')) {
  writeFileSync(FILE, printed);
  process.stderr.write(`${FILE} written\n`);
} else if (readFileSync(FILE, 'utf8') !== printed) {
  process.stderr.write(`${FILE} is stale: run node tools/run.mjs apps/api/src/commands/print-schema.main\n`);
  process.exitCode = 1;
}

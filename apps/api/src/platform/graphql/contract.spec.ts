import { readFileSync } from 'node:fs';
import { FEATURES } from '../../app.module.ts';
import { PlatformResolversModule } from '../platform.module.ts';
import { buildSchema, printContract } from './build-schema.ts';

test('schema.graphql is what the resolvers make', async () => {
  const root = { module: class Contract {}, imports: [PlatformResolversModule, ...FEATURES] };
  const printed = printContract(await buildSchema(root));
  expect(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8')).toBe(printed);
});

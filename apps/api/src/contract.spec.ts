import { readFileSync } from 'node:fs';
import { RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { FEATURES } from './app.module.ts';
import { PlatformResolversModule } from './platform/platform.module.ts';
import { buildSchema, printContract, resolversOf } from './platform/graphql/build-schema.ts';
import { ALLOW_METADATA } from './platform/permissions/allow.decorator.ts';

const root = { module: class Contract {}, imports: [PlatformResolversModule, ...FEATURES] };

test('schema.graphql is what the resolvers make', async () => {
  const printed = printContract(await buildSchema(root));
  expect(readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8')).toBe(printed);
});

test('every query, mutation and subscription says who may call it', () => {
  const kinds = ['Query', 'Mutation', 'Subscription'];
  const silent = resolversOf(root).flatMap((resolver) =>
    Object.entries(Object.getOwnPropertyDescriptors(resolver.prototype)).flatMap(([method, { value }]) => {
      const isRoot = typeof value === 'function' && kinds.includes(Reflect.getMetadata(RESOLVER_TYPE_METADATA, value));
      return isRoot && !Reflect.hasMetadata(ALLOW_METADATA, value) ? [`${resolver.name}.${method}`] : [];
    }),
  );
  expect(silent).toEqual([]);
  expect(resolversOf(root).length).toBeGreaterThan(5);
});

import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { RESOLVER_TYPE_METADATA } from '@nestjs/graphql/dist/graphql.constants.js';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { SCHEMA_OPTIONS } from './graphql-options.ts';

type ModuleRef = Type | DynamicModule;

const HEADER = '# Written by apps/api/src/commands/print-schema.main.ts from the resolvers. Do not edit.\n\n';

/** Resolver classes of a module and everything it imports, without making any of them. */
export function resolversOf(root: ModuleRef): Type[] {
  const seen = new Set<unknown>();
  const found = new Set<Type>();
  const visit = (module: ModuleRef): void => {
    if (seen.has(module)) return;
    seen.add(module);
    for (const provider of partsOf<unknown>(module, 'providers'))
      if (typeof provider === 'function' && Reflect.hasMetadata(RESOLVER_TYPE_METADATA, provider))
        found.add(provider as Type);
    for (const imported of partsOf<ModuleRef | Promise<unknown>>(module, 'imports'))
      if (!(imported instanceof Promise)) visit(imported);
  };
  visit(root);
  return [...found];
}

function partsOf<Part>(module: ModuleRef, key: 'providers' | 'imports'): Part[] {
  const [type, given] = 'module' in module ? [module.module, module[key] ?? []] : [module, []];
  return [...((Reflect.getMetadata(key, type) as Part[] | undefined) ?? []), ...(given as Part[])];
}

/** The schema as the running API has it, without database or settings. */
export async function buildSchema(root: ModuleRef): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    return await app.get(GraphQLSchemaFactory).create(resolversOf(root), { ...SCHEMA_OPTIONS });
  } finally {
    await app.close();
  }
}

/** The text of apps/api/schema.graphql. */
export function printContract(schema: GraphQLSchema): string {
  return `${HEADER}${printSchema(lexicographicSortSchema(schema))}\n`;
}

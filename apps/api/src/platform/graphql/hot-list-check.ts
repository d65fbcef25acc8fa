import { TypeMetadataStorage } from '@nestjs/graphql';
import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import { READS_A_PROPERTY } from './compile-projection.ts';
import { HOT_LIST } from './hot-list.decorator.ts';

/**
 * Throws when something in the rows of a hot list has field middleware. The compiled projection would go round it, so such
 * operations run in graphql-js; a list that is called hot and never is one should be noticed when it is written.
 */
export function assertHotListsArePlain(schema: GraphQLSchema): void {
  const guarded = fieldsWithMiddleware();
  const lists = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    ({ extensions }) => extensions[HOT_LIST],
  );
  for (const list of lists)
    for (const type of rowsOf(getNamedType(list.type))) {
      const [field] = guarded.get(type) ?? [];
      if (field === undefined) continue;
      throw new Error(
        `${list.name} is a @HotList, but its field ${type}.${field} has middleware, which a compiled projection cannot run: ` +
          'let the query leave the value out, or take the mark away.',
      );
    }
}

/** Names of the object types below `type` that are reached by reading properties alone. */
function rowsOf(type: GraphQLNamedType, seen = new Set<string>()): Set<string> {
  if (!isObjectType(type) || seen.has(type.name)) return seen;
  seen.add(type.name);
  for (const field of Object.values(type.getFields()))
    if (field.resolve?.name === READS_A_PROPERTY) rowsOf(getNamedType(field.type), seen);
  return seen;
}

function fieldsWithMiddleware(): Map<string, string[]> {
  const types = TypeMetadataStorage.getObjectTypesMetadata().map(({ name, properties }): [string, string[]] => [
    name,
    (properties ?? []).filter(({ middleware }) => middleware && middleware.length > 0).map((field) => field.schemaName),
  ]);
  return new Map(types);
}

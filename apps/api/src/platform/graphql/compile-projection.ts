import { isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { FieldNode, GraphQLLeafType, GraphQLObjectType, GraphQLOutputType } from 'graphql';
import type { collectSubfields } from 'graphql/execution/collectFields.js';

/** Makes what a field answers out of what its resolver returned. */
export type Projection = (value: unknown) => unknown;

/** The fields asked for below some nodes, by the name under which they are answered. */
export type FieldsBelow = (type: GraphQLObjectType, nodes: readonly FieldNode[]) => ReturnType<typeof collectSubfields>;

/** Something that only graphql-js can answer: an error, or a kind of field that is not compiled. It never reaches a caller. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';
}

interface CompiledField {
  readonly name: string;
  /** The answer to `__typename`; null for every other field. */
  readonly typeName: string | null;
  readonly resolve: (source: unknown) => unknown;
  readonly project: Projection;
}

/** Name of the function that @nestjs/graphql gives to fields that only read a property; every other one may do anything. */
export const READS_A_PROPERTY = 'rootFieldResolver';

/** Compiles what is selected of `type`, which must be plain all the way down; throws NotCompiled where it is not. */
export function compileProjection(
  type: GraphQLOutputType,
  nodes: readonly FieldNode[],
  fieldsBelow: FieldsBelow,
): Projection {
  if (isNonNullType(type)) return nonNull(compileProjection(type.ofType, nodes, fieldsBelow));
  if (isListType(type)) return list(compileProjection(type.ofType, nodes, fieldsBelow));
  if (isLeafType(type)) return leaf(type);
  if (isObjectType(type) && !type.isTypeOf) return object(compileFields(type, nodes, fieldsBelow));
  throw new NotCompiled();
}

function compileFields(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  fieldsBelow: FieldsBelow,
): CompiledField[] {
  const declared = type.getFields();
  return Array.from(fieldsBelow(type, nodes), ([name, fieldNodes]): CompiledField => {
    const asked = fieldNodes[0]?.name.value ?? '';
    if (asked === '__typename') return { name, typeName: type.name, resolve: itself, project: itself };
    const field = declared[asked];
    if (field?.resolve?.name !== READS_A_PROPERTY || field.args.length > 0) throw new NotCompiled();
    // It has no use for arguments, context and place.
    const resolve = field.resolve as (source: unknown) => unknown;
    return { name, typeName: null, resolve, project: compileProjection(field.type, fieldNodes, fieldsBelow) };
  });
}

const itself: Projection = (value) => value;

function nonNull(project: Projection): Projection {
  return (value) => {
    const answer = project(value);
    if (answer === null) throw new NotCompiled();
    return answer;
  };
}

function list(projectItem: Projection): Projection {
  return (value) => {
    if (value === null || value === undefined) return null;
    if (!Array.isArray(value)) throw new NotCompiled();
    return value.map((item) => projectItem(item));
  };
}

function leaf(type: GraphQLLeafType): Projection {
  return (value) => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'object') assertSettled(value);
    const answer = type.serialize(value);
    if (answer === null || answer === undefined) throw new NotCompiled();
    return answer;
  };
}

/** To copy a finished shape and fill it in takes half the time of growing an object, and so does writing it as JSON. */
function object(fields: readonly CompiledField[]): Projection {
  const shape: Record<string, unknown> = Object.fromEntries(fields.map(({ name, typeName }) => [name, typeName]));
  const read = fields.filter(({ typeName }) => typeName === null);
  return (source) => {
    if (source === null || source === undefined) return null;
    if (typeof source === 'object') assertSettled(source);
    const answer = { ...shape };
    for (const { name, resolve, project } of read) answer[name] = project(resolve(source));
    return answer;
  };
}

/** Promises and errors among the values are graphql-js's business. */
function assertSettled(value: object): void {
  if (value instanceof Error || ('then' in value && typeof value.then === 'function')) throw new NotCompiled();
}

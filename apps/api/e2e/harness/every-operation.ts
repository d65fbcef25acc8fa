import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import type { GraphQLField, GraphQLInputType, GraphQLObjectType, GraphQLOutputType, GraphQLSchema } from 'graphql';
import { FULL } from './built-server.ts';

/** A call of one root field with everything it can be asked for. */
export interface Operation {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The document and its variables, every id being the given one. */
  call(id: string): Call;
  /** The same without what may be left out, such as filters, which find nothing when all of them are set. */
  plainly(id: string): Call;
  readonly takesIds: boolean;
}

/** What to send. */
export interface Call {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

/** How deep selections go: far enough to reach what lies behind a conversation, within the limits of the API. */
const SELECTION_DEPTH = 4;

/** Texts that pass the rules of the fields with these names. */
const TEXTS: Record<string, string> = {
  email: 'somebody@example.com',
  password: 'a long password',
  role: 'rep',
  deliveryUrl: 'http://127.0.0.1:9/',
  after: Buffer.from(
    JSON.stringify(['1970-01-01T00:00:00.000Z', 0, 0, '00000000-0000-7000-8000-000000000000']),
  ).toString('base64url'), // of a board's column: the only one that has to be given
  key: 'NEW',
  topic: 'moq',
  language: 'en',
  timeZone: 'Asia/Seoul',
  currency: 'USD',
  ruleTag: 'repeat',
  fieldsFromMerged: 'name',
  companyType: 'distributor',
  url: 'https://example.com',
  webSite: 'https://example.com',
  phone: '+36305550199',
  address: 'somebody@example.com',
  host: '127.0.0.1', // where nothing takes mail
};

/** Values of enums that go with the texts above. */
const ENUMS: Record<string, string> = { BoardGroup: 'STAGE', ChannelPlatform: 'OTHER' };

/** Values of scalars that are no text. */
const SCALARS: Record<string, unknown> = {
  Int: 20,
  Boolean: false,
  BigInt: '0',
  Decimal: '1.5',
  Date: '2026-03-02',
  DateTime: '2026-03-02T09:00:00.000Z',
  JSON: {},
};

/** One operation per query, mutation and subscription of the schema, made from the schema alone. */
export function everyOperation(schema: GraphQLSchema): Operation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {}).map((field) => operationOf(schema, kind, field)),
  );
}

function operationOf(schema: GraphQLSchema, kind: Operation['kind'], field: GraphQLField<unknown, unknown>): Operation {
  const needed = field.args.filter(({ type }) => isNonNullType(type));
  const asked = field.args.filter((arg) => needed.includes(arg) || (arg.name !== 'after' && arg.name !== 'before'));
  const callWith = (args: typeof asked, id: string): Call => {
    const declared = args.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
    const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
    return {
      document: `${kind} Try${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''} ${selectionOf(schema, field.type, SELECTION_DEPTH)} }`,
      variables: Object.fromEntries(args.map((arg) => [arg.name, valueOf(arg.name, arg.type, id)])),
    };
  };
  return {
    name: field.name,
    kind,
    takesIds: asked.some(({ type }) => holdsId(type)),
    call: (id) => callWith(asked, id),
    plainly: (id) => callWith(needed, id),
  };
}

/** Everything below a type that needs no argument; fields are named by type, because members of a union may disagree. */
function selectionOf(schema: GraphQLSchema, type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named) || isInterfaceType(named))
    return `{ __typename ${schema
      .getPossibleTypes(named)
      .map((member) => `... on ${member.name} ${fieldsOf(schema, member, depth)}`)
      .join(' ')} }`;
  return isObjectType(named) ? fieldsOf(schema, named, depth) : '';
}

function fieldsOf(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields())
    .filter(({ args }) => args.every((arg) => !isNonNullType(arg.type) || arg.defaultValue !== undefined))
    .filter((field) => depth > 1 || !hasFields(field.type))
    .map((field) => `${type.name}_${field.name}: ${field.name} ${selectionOf(schema, field.type, depth - 1)}`);
  return `{ __typename ${fields.join(' ')} }`;
}

function hasFields(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) || isInterfaceType(named) || isUnionType(named);
}

function holdsId(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return Object.values(named.getFields()).some((field) => holdsId(field.type));
  return named.name === 'ID';
}

function valueOf(name: string, type: GraphQLInputType, id: string): unknown {
  if (isNonNullType(type)) return valueOf(name, type.ofType, id);
  if (isListType(type)) return [valueOf(name, type.ofType, id)];
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => [field.name, valueOf(field.name, field.type, id)]),
    );
  if (isEnumType(type)) return ENUMS[type.name] ?? type.getValues()[0]!.name;
  if (!isScalarType(type)) return null;
  if (type.name === 'ID') return id;
  if (name === 'year') return 2026;
  return name === 'country' ? 'DE' : (SCALARS[type.name] ?? TEXTS[name] ?? 'something');
}

/** An everyday run gives each operation every third id, and each id to every third operation; a full one tries them all. */
export function triedIds(ids: readonly string[], place: number): readonly string[] {
  return FULL ? ids : ids.filter((_, index) => index % 3 === place % 3);
}

import { Module } from '@nestjs/common';
import {
  Args,
  createUnionType,
  Field,
  Float,
  Int,
  InterfaceType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { execute, getOperationAST, parse } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { buildSchema } from './build-schema.ts';
import { CompiledQueries } from './compiled-queries.ts';
import { HotList } from './hot-list.decorator.ts';
import { DateTime } from './scalars.ts';

enum Mood {
  CALM = 'calm',
  CROSS = 'cross',
}
registerEnumType(Mood, { name: 'Mood' });

@InterfaceType()
abstract class Named {
  @Field()
  name!: string;
}

@ObjectType({ implements: () => Named })
class Part extends Named {
  @Field(() => Float, { nullable: true })
  weight!: number | null;
}

@ObjectType({ implements: () => Named })
class Row extends Named {
  @Field(() => Int)
  count!: number;
  @Field(() => Mood, { nullable: true })
  mood!: Mood | null;
  @Field(() => DateTime, { nullable: true })
  at!: Date | string | null;
  @Field(() => [String], { nullable: 'itemsAndList' })
  tags!: (string | null)[] | null;
  @Field(() => [Part])
  parts!: Part[];
  @Field(() => Part, { nullable: true })
  part!: Part | null;
  @Field(() => Int, { defaultValue: 7 })
  usual?: number;
  @Field(() => Named, { nullable: true })
  named!: Named | null;
}

@ObjectType()
class Page {
  @Field(() => [Row])
  rows!: Row[];
}

const Thing = createUnionType({ name: 'Thing', types: () => [Row, Part] as const });

@Resolver(() => Row)
class ProbeResolver {
  @HotList()
  @Query(() => Page, { nullable: true })
  page(
    @Args('first', { type: () => Int, defaultValue: 3 }) _first: number,
    @Args('mood', { type: () => Mood, nullable: true }) _mood?: Mood,
  ): Page | null {
    return null;
  }

  @HotList()
  @Query(() => Int)
  total(): number {
    return 0;
  }

  @HotList()
  @Query(() => Thing)
  thing(): Row | Part {
    return new Part();
  }

  @Query(() => Page)
  cold(): Page {
    return new Page();
  }

  @HotList()
  @Mutation(() => Int)
  change(): number {
    return 0;
  }

  @ResolveField(() => Int)
  computed(): number {
    return 0;
  }

  @ResolveField(() => Int)
  scaled(@Args('by', { type: () => Int, defaultValue: 1 }) _by: number): number {
    return 0;
  }
}

@Module({ providers: [ProbeResolver] })
class ProbeModule {}

const row = (count: number, more: Partial<Record<keyof Row, unknown>> = {}) => ({
  name: `row ${count}`,
  count,
  mood: 'calm',
  at: new Date('2026-03-02T09:00:00Z'),
  tags: ['a', null],
  parts: [{ name: 'lid', weight: 1.5 }],
  part: null,
  ...more,
});

let schema: GraphQLSchema;
let rows: unknown;
const calls: unknown[] = [];

beforeAll(async () => {
  schema = await buildSchema(ProbeModule);
  const queries = schema.getQueryType()?.getFields() ?? {};
  const answers: Record<string, (args: Record<string, unknown>) => unknown> = {
    page: (args) => Promise.resolve(rows === null ? null : { rows: rows ?? [row(args['first'] as number, args)] }),
    total: () => 4,
    thing: () => ({ name: 'lid' }),
    cold: () => ({ rows: [] }),
  };
  for (const [name, answer] of Object.entries(answers)) {
    const field = queries[name];
    if (field)
      field.resolve = (_root, args, context, info) => {
        calls.push({
          args,
          context,
          place: info.path,
          returns: String(info.returnType),
          nodes: info.fieldNodes.length,
        });
        return answer(args);
      };
  }
});

beforeEach(() => {
  rows = undefined;
  calls.length = 0;
});

const contextValue = { ctx: 'who asks' };

function compiled(document: DocumentNode, variables: Record<string, unknown> = {}) {
  const operation = getOperationAST(document);
  if (!operation) throw new Error('the document has no operation');
  return new CompiledQueries().answer({ schema, document, operation, variables, contextValue });
}

async function byGraphqlJs(document: DocumentNode, variableValues: Record<string, unknown> = {}) {
  return execute({ schema, document, variableValues, contextValue });
}

const EVERYTHING = 'name count mood at tags parts { name weight __typename } part { name } usual __typename';

describe('the same answer as graphql-js, to the last character', () => {
  it.each<[string, string, Record<string, unknown>?, unknown?]>([
    ['every kind of plain field', `{ page { rows { ${EVERYTHING} } __typename } }`],
    ['several hot fields in the order asked for', '{ total page { rows { name } } more: total }'],
    ['aliases', '{ p: page { all: rows { n: name again: name } } }'],
    [
      'an alias that JavaScript has a meaning for',
      '{ __proto__: page { rows { __proto__: name constructor: count } } }',
    ],
    ['the same field twice, merged', '{ page { rows { name } rows { count name } } page { rows { mood } } }'],
    [
      'a fragment',
      'query Q { page { rows { ...F } } } fragment F on Row { name parts { ...G } } fragment G on Part { weight }',
    ],
    [
      'fragments on an interface and in line',
      '{ page { rows { ... on Named { name } ... on Row { count } ... { mood } } } }',
    ],
    ['a fragment on the root', 'query Q { ...R } fragment R on Query { total page { rows { name } } }'],
    ['arguments', '{ page(first: 9, mood: CROSS) { rows { count mood } } }'],
    ['the default of an argument', '{ page { rows { count } } }'],
    [
      'variables',
      'query Q($n: Int!, $m: Mood) { page(first: $n, mood: $m) { rows { count mood } } }',
      { n: 2, m: 'CROSS' },
    ],
    ['the default of a variable', 'query Q($n: Int = 5) { page(first: $n) { rows { count } } }'],
    ['null for a variable', 'query Q($m: Mood) { page(mood: $m) { rows { mood } } }', { m: null }],
    ['variables nobody declared', 'query Q($n: Int!) { page(first: $n) { rows { count } } }', { n: 1, other: 2 }],
    ['no rows', `{ page { rows { ${EVERYTHING} } } }`, {}, []],
    ['no page', `{ page { rows { ${EVERYTHING} } } }`, {}, null],
    ['instants as text', '{ page { rows { at } } }', {}, [row(1, { at: '2026-03-02T09:00:00.000Z' })]],
    [
      'nothing in what may be empty',
      `{ page { rows { ${EVERYTHING} } } }`,
      {},
      [row(1, { mood: null, at: undefined, tags: null })],
    ],
    ['a value in place of a default', '{ page { rows { usual } } }', {}, [row(1, { usual: 8 })]],
    [
      'values that scalars turn into others',
      '{ page { rows { name count } } }',
      {},
      [row(1, { name: 12, count: '3' })],
    ],
    ['characters of every kind', '{ page { rows { name } } }', {}, [row(1, { name: '한국어 🙂 \u202e "\\ \u2028' })]],
  ])('%s', async (_what, text, variables = {}, given = undefined) => {
    rows = given;
    const document = parse(text);
    const ours = await compiled(document, variables);
    const ourCalls = calls.splice(0);
    const { data, errors } = await byGraphqlJs(document, variables);
    expect(errors).toBeUndefined();
    expect(JSON.stringify(ours)).toBe(JSON.stringify(data));
    expect(ourCalls).toEqual(calls); // and the resolvers were told the same
  });
});

describe('left to graphql-js', () => {
  it.each<[string, string, Record<string, unknown>?, unknown?]>([
    ['a field that is no hot list', '{ cold { rows { name } } }'],
    ['a hot list beside one that is not', '{ total cold { rows { name } } }'],
    ['a mutation', 'mutation { change }'],
    ['the name of the root', '{ total __typename }'],
    ['questions about the schema', '{ total __schema { queryType { name } } }'],
    ['a field with code of its own', '{ page { rows { computed } } }'],
    ['a field with arguments', '{ page { rows { scaled(by: 2) } } }'],
    ['an interface', '{ page { rows { named { name } } } }'],
    ['a union', '{ thing { ... on Part { name } } }'],
    ['directives', 'query Q($yes: Boolean!) { page { rows { name @include(if: $yes) } } }', { yes: true }],
    ['a missing variable', 'query Q($n: Int!) { page(first: $n) { rows { name } } }'],
    ['a variable of another type', 'query Q($n: Int!) { page(first: $n) { rows { name } } }', { n: 'x' }],
    ['nothing where something must be', '{ page { rows { name } } }', {}, [row(1, { name: null })]],
    ['a row that is nothing', '{ page { rows { name } } }', {}, [null]],
    ['a word that is not in the enumeration', '{ page { rows { mood } } }', {}, [row(1, { mood: 'merry' })]],
    ['a number that is none', '{ page { rows { count } } }', {}, [row(1, { count: Number.NaN })]],
    ['an error in place of a value', '{ page { rows { name } } }', {}, [row(1, { name: new Error('no') })]],
    ['an error in place of a row', '{ page { rows { name } } }', {}, [new Error('no')]],
    ['a promise in place of a value', '{ page { rows { name } } }', {}, [row(1, { name: Promise.resolve('late') })]],
    ['a promise in place of a row', '{ page { rows { name } } }', {}, [Promise.resolve(row(1))]],
    ['no list where one must be', '{ page { rows { name } } }', {}, 'text'],
    ['another kind of list', '{ page { rows { name } } }', {}, new Set([row(1)])],
  ])('%s', async (_what, text, variables = {}, given = undefined) => {
    rows = given;
    expect(await compiled(parse(text), variables)).toBeNull();
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['rejects', () => Promise.reject(new Error('no'))],
  ])('a resolver that %s', async (_how, fail) => {
    const page = schema.getQueryType()?.getFields()['page'];
    const resolve = page?.resolve;
    if (!page) throw new Error('no field page');
    page.resolve = fail;
    expect(await compiled(parse('{ total page { rows { name } } }'))).toBeNull();
    page.resolve = resolve;
  });
});

it('compiles an operation once', async () => {
  const document = parse('{ page { rows { name } } }');
  const operation = getOperationAST(document);
  if (!operation) throw new Error('the document has no operation');
  const queries = new CompiledQueries();
  const run = { schema, document, operation, variables: {}, contextValue };
  expect(await queries.answer(run)).not.toBeNull();
  // Without its hot lists the schema could compile nothing new.
  const bare = await buildSchema(ProbeModule);
  for (const field of Object.values(bare.getQueryType()?.getFields() ?? {})) field.extensions = {};
  expect(await queries.answer({ ...run, schema: bare })).not.toBeNull();
  expect(await new CompiledQueries().answer({ ...run, schema: bare })).toBeNull();
});

import { Module } from '@nestjs/common';
import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { execute, getOperationAST, parse } from 'graphql';
import type { RequestContext } from '../context/request-context.ts';
import { contactField, moneyField } from '../permissions/field-permissions.ts';
import type { Permission } from '../permissions/permissions.ts';
import { buildSchema } from './build-schema.ts';
import { CompiledQueries } from './compiled-queries.ts';
import { assertHotListsArePlain } from './hot-list-check.ts';
import { HotList } from './hot-list.decorator.ts';

@ObjectType()
class PriceTag {
  @Field(() => String, { nullable: true, middleware: [moneyField] })
  price!: string | null;
  @Field(() => String, { nullable: true, middleware: [contactField] })
  seller!: string | null;
  @Field()
  shelf!: string;
}

@ObjectType()
class Shelf {
  @Field(() => [PriceTag])
  tags!: PriceTag[];
}

const tag = { price: '12.00', seller: 'kim@example.com', shelf: 'A' };

@Resolver()
class HotResolver {
  @HotList()
  @Query(() => Shelf)
  hot(): Shelf {
    return { tags: [tag] };
  }
}

@Resolver()
class ColdResolver {
  @Query(() => Shelf)
  cold(): Shelf {
    return { tags: [tag] };
  }
}

@Module({ providers: [HotResolver] })
class HotModule {}

@Module({ providers: [ColdResolver] })
class ColdModule {}

test('a hot list with a guarded field somewhere in its rows is refused, by name', async () => {
  const schema = await buildSchema(HotModule);
  expect(() => assertHotListsArePlain(schema)).toThrow(
    /hot is a @HotList, but its field PriceTag\.price has middleware/,
  );
});

test('lists that are not hot may have guarded fields', async () => {
  const schema = await buildSchema(ColdModule);
  expect(() => assertHotListsArePlain(schema)).not.toThrow();
});

test('even if it were started, a compiled projection does not go round the guard', async () => {
  const schema = await buildSchema(HotModule);
  const document = parse('{ hot { tags { price } } }');
  const operation = getOperationAST(document)!;
  expect(
    await new CompiledQueries().answer({ schema, document, operation, variables: {}, contextValue: {} }),
  ).toBeNull();
});

test('a guarded field is null without its permission and itself with it', async () => {
  const schema = await buildSchema(ColdModule);
  const field = schema.getQueryType()!.getFields()['cold']!;
  field.resolve = () => ({ tags: [tag] });
  const seenWith = async (...permissions: Permission[]) => {
    const ctx: Pick<RequestContext, 'permissions'> = { permissions: new Set(permissions) };
    const document = parse('{ cold { tags { price seller shelf } } }');
    const { data, errors } = await execute({ schema, document, contextValue: { ctx } });
    expect(errors).toBeUndefined();
    return (data as { cold: { tags: unknown[] } }).cold.tags[0];
  };
  expect(await seenWith()).toEqual({ price: null, seller: null, shelf: 'A' });
  expect(await seenWith('money:read')).toEqual({ price: '12.00', seller: null, shelf: 'A' });
  expect(await seenWith('contact:read', 'money:read')).toEqual({
    price: '12.00',
    seller: 'kim@example.com',
    shelf: 'A',
  });
});

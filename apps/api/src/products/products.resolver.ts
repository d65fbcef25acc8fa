import { Args, ArgsType, Field, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isRefused, TenantDatabase } from '@dangol/db';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { Clock } from '../platform/clock/clock.ts';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { PageArgs } from '../platform/graphql/connection.ts';
import { unwrap } from '../platform/graphql/unwrap.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { countProducts, queryCategories, queryProducts } from './list-products.query.ts';
import { ProductFilter } from './product-filter.input.ts';
import { ProductSaved, RemoveProductResult, SaveProductResult } from './product-saved.type.ts';
import { ProductFields } from './product.input.ts';
import { Product, ProductCategory, ProductConnection } from './product.model.ts';
import { queryProduct, queryProductVersion } from './product.query.ts';
import { RemoveProductUseCase } from './remove-product.use-case.ts';
import { SaveProductUseCase, type SaveProductOutcome } from './save-product.use-case.ts';

@ArgsType()
class ProductsArgs extends PageArgs {
  @Field(() => ProductFilter, { nullable: true, description: 'Which products.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ProductFilter)
  filter?: ProductFilter | null;
}

/** The catalogue: list, one product, its versions, and changes. */
@Resolver(() => ProductConnection)
export class ProductsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly save: SaveProductUseCase,
    private readonly remove: RemoveProductUseCase,
    private readonly clock: Clock,
  ) {}

  @Query(() => ProductConnection, { description: 'One page of products, by code.' })
  @Allow('product:read')
  products(@Ctx() ctx: RequestContext, @Args() args: ProductsArgs): Promise<ProductConnection> {
    return queryProducts(this.database, ctx, args, args.filter ?? new ProductFilter(), this.clock.now());
  }

  @ResolveField(() => Int, { description: 'Products in all.' })
  totalCount(@Ctx() ctx: RequestContext, @Parent() { filter }: ProductConnection): Promise<number> {
    return countProducts(this.database, ctx, filter, this.clock.now());
  }

  @Query(() => Product, { nullable: true, description: 'One product, null when there is none with this id.' })
  @Allow('product:read')
  product(@Ctx() ctx: RequestContext, @Args('id', { type: () => ID }, UuidPipe) id: string): Promise<Product | null> {
    return queryProduct(this.database, ctx, id, this.clock.now());
  }

  @Query(() => Product, {
    nullable: true,
    description: 'A product as it was in a version, as drafts and quotations cite it; null when there is none.',
  })
  @Allow('product:read')
  productVersion(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID }, UuidPipe) id: string,
    @Args('version', { type: () => Int, description: 'Number of the version.' }) version: number,
  ): Promise<Product | null> {
    return queryProductVersion(this.database, ctx, id, version, this.clock.now());
  }

  @Query(() => [ProductCategory], { description: 'Groups of the catalogue by name: how broad it is.' })
  @Allow('product:read')
  productCategories(@Ctx() ctx: RequestContext): Promise<ProductCategory[]> {
    return queryCategories(this.database, ctx);
  }

  @Mutation(() => SaveProductResult, {
    description:
      'Makes a product, once however often it is sent. Unit costs are kept only from callers with money:read.',
  })
  @Allow('product:write')
  async createProduct(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'UUID made by the client.' }, UuidPipe) id: string,
    @Args('fields') fields: ProductFields,
  ): Promise<typeof SaveProductResult> {
    return this.answer(ctx, await this.save.create(ctx, id, fields));
  }

  @Mutation(() => SaveProductResult, {
    description:
      'Replaces the content of a product and makes a version of it. Variants that orders hold cannot be removed, only discontinued.',
  })
  @Allow('product:write')
  async updateProduct(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The product.' }, UuidPipe) id: string,
    @Args('version', { type: () => Int, description: 'Version that the change rests on.' }) version: number,
    @Args('fields') fields: ProductFields,
  ): Promise<typeof SaveProductResult> {
    return this.answer(ctx, await this.save.update(ctx, id, version, fields));
  }

  @Mutation(() => RemoveProductResult, { description: 'Removes a product that nothing refers to, with its files.' })
  @Allow('product:write')
  async removeProduct(
    @Ctx() ctx: RequestContext,
    @Args('id', { type: () => ID, description: 'The product.' }, UuidPipe) id: string,
  ): Promise<typeof RemoveProductResult> {
    return unwrap(await this.remove.execute(ctx, id));
  }

  private async answer(ctx: RequestContext, outcome: SaveProductOutcome): Promise<typeof SaveProductResult> {
    if (isRefused(outcome)) return outcome.refusal;
    return new ProductSaved((await queryProduct(this.database, ctx, outcome.productId, this.clock.now()))!);
  }
}

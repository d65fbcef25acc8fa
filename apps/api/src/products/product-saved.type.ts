import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { Removed } from '../platform/graphql/removed.type.ts';
import { InvalidField, NameTaken, VersionConflict } from '../platform/graphql/shared-refusals.ts';
import { Product } from './product.model.ts';

/** A product after a change. */
@ObjectType({ description: 'A product after a change.' })
export class ProductSaved {
  @Field(() => Product, { description: 'The product as stored.' })
  readonly product: Product;

  constructor(product: Product) {
    this.product = product;
  }
}

/** Outcome of making or changing a product. */
export const SaveProductResult = createUnionType({
  name: 'SaveProductResult',
  description: 'The saved product, or why nothing was saved. NameTaken: another product has the code.',
  types: () => [ProductSaved, NotFound, InvalidField, NameTaken, VersionConflict] as const,
});

/** Something refers to the product; it can be discontinued instead. */
@ObjectType({ implements: () => Refusal, description: 'Something refers to the product; it can only be discontinued.' })
export class ProductInUse extends Refusal {
  @Field(() => Int, { description: 'Lines of orders that are of it.' })
  readonly orderLines: number;

  @Field(() => Int, { description: 'Announcements that name it.' })
  readonly announcements: number;

  constructor(uses: { orderLines: number; announcements: number }) {
    super('PRODUCT_IN_USE', 'orders or announcements refer to the product');
    this.orderLines = uses.orderLines;
    this.announcements = uses.announcements;
  }
}

/** Outcome of removing a product. */
export const RemoveProductResult = createUnionType({
  name: 'RemoveProductResult',
  description: 'The product is gone, or why it stays.',
  types: () => [Removed, NotFound, ProductInUse] as const,
});

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { ImportEntity } from './import.entity.ts';
import { ProductEntity } from './product.entity.ts';
import { ProductVariantEntity } from './product-variant.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A list price from a quantity on: of a product or one variant, in a currency, for one country or for all. */
@Entity('product_prices')
@Check('product_prices_min_quantity_check', 'min_quantity > 0')
@Check('product_prices_unit_price_minor_check', 'unit_price_minor >= 0')
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'product_prices_import_fkey',
})
@ForeignKey(() => ProductEntity, ['workspaceId', 'productId'], ['workspaceId', 'id'], {
  name: 'product_prices_product_fkey',
})
@ForeignKey(() => ProductVariantEntity, ['workspaceId', 'variantId'], ['workspaceId', 'id'], {
  name: 'product_prices_variant_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'product_prices_workspace_id_fkey' })
@Index('product_prices_tier_key', { synchronize: false }) // that treats nulls as equal, which TypeORM cannot say
@Index('product_prices_variant_idx', ['workspaceId', 'variantId'], { where: 'variant_id IS NOT NULL' })
@Index('product_prices_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
export class ProductPriceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_prices_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_prices_pkey' })
  id!: string;

  @Column('uuid')
  productId!: string;

  @Column('uuid', { nullable: true })
  variantId!: string | null;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('char', { length: 2, nullable: true })
  country!: string | null;

  @Column('integer')
  minQuantity!: number;

  @Column('bigint', { transformer: bigintColumn })
  unitPriceMinor!: bigint;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}

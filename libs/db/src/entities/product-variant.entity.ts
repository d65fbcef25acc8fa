import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { ImportEntity } from './import.entity.ts';
import { ProductEntity } from './product.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** What of a product can be ordered: its options, own terms where they differ, and what it costs. */
@Entity('product_variants')
@Check('product_variants_cost_check', '(cost_minor is null) = (cost_currency is null)')
@Check('product_variants_cost_minor_check', 'cost_minor >= 0')
@Check('product_variants_lead_time_days_check', 'lead_time_days >= 0')
@Check('product_variants_moq_check', 'moq > 0')
@Check('product_variants_sku_check', 'length(sku) between 1 and 80')
@Check('product_variants_status_check', "status in ('active', 'discontinued')")
@Check('product_variants_weight_grams_check', 'weight_grams > 0')
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'product_variants_import_fkey',
})
@ForeignKey(() => ProductEntity, ['workspaceId', 'productId'], ['workspaceId', 'id'], {
  name: 'product_variants_product_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'product_variants_workspace_id_fkey' })
@Unique('product_variants_sku_key', ['workspaceId', 'sku'])
@Index('product_variants_product_idx', ['workspaceId', 'productId', 'position', 'id'])
@Index('product_variants_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
export class ProductVariantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_variants_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_variants_pkey' })
  id!: string;

  @Column('uuid')
  productId!: string;

  @Column('text')
  sku!: string;

  @Column('jsonb', { default: {} })
  options!: Record<string, string>;

  @Column('integer', { nullable: true })
  moq!: number | null;

  @Column('integer', { nullable: true })
  leadTimeDays!: number | null;

  @Column('integer', { nullable: true })
  weightGrams!: number | null;

  @Column('bigint', { transformer: bigintColumn, nullable: true })
  costMinor!: bigint | null;

  @Column('char', { length: 3, nullable: true })
  costCurrency!: string | null;

  @Column('text', { nullable: true })
  barcode!: string | null;

  @Column('text', { default: 'active' })
  status!: 'active' | 'discontinued';

  @Column('integer', { default: 0 })
  position!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}

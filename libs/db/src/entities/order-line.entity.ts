import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { ImportEntity } from './import.entity.ts';
import { OrderEntity } from './order.entity.ts';
import { ProductEntity } from './product.entity.ts';
import { ProductVariantEntity } from './product-variant.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A line of an order: goods, price in minor units of the order, and how many are where. */
@Entity('order_lines')
@Check('order_lines_backordered_check', 'backordered >= 0')
@Check('order_lines_cancelled_check', 'cancelled >= 0')
@Check('order_lines_delivered_check', 'delivered >= 0')
@Check('order_lines_line_number_check', 'line_number > 0')
@Check('order_lines_ordered_check', 'ordered > 0')
@Check('order_lines_reserved_check', 'reserved >= 0')
@Check('order_lines_returned_check', 'returned >= 0')
@Check('order_lines_shipped_check', 'shipped >= 0')
@ForeignKey(() => OrderEntity, ['workspaceId', 'orderId'], ['workspaceId', 'id'], { name: 'order_lines_order_fkey' })
@ForeignKey(() => ProductEntity, ['workspaceId', 'productId'], ['workspaceId', 'id'], {
  name: 'order_lines_product_fkey',
})
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], { name: 'order_lines_import_fkey' })
@ForeignKey(() => ProductVariantEntity, ['workspaceId', 'variantId'], ['workspaceId', 'id'], {
  name: 'order_lines_variant_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'order_lines_workspace_id_fkey' })
@Unique('order_lines_number_key', ['workspaceId', 'orderId', 'lineNumber'])
@Index('order_lines_product_idx', ['workspaceId', 'productId'], { where: 'product_id IS NOT NULL' })
@Index('order_lines_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
@Index('order_lines_variant_idx', ['workspaceId', 'variantId'], { where: 'variant_id IS NOT NULL' })
export class OrderLineEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_lines_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_lines_pkey' })
  id!: string;

  @Column('uuid')
  orderId!: string;

  @Column('integer')
  lineNumber!: number;

  @Column('uuid', { nullable: true })
  productId!: string | null;

  @Column('text', { nullable: true })
  sku!: string | null;

  @Column('text')
  description!: string;

  @Column('bigint', { transformer: bigintColumn })
  unitPriceMinor!: bigint;

  @Column('bigint', { transformer: bigintColumn })
  totalMinor!: bigint;

  @Column('integer')
  ordered!: number;

  @Column('integer', { default: 0 })
  cancelled!: number;

  @Column('integer', { default: 0 })
  reserved!: number;

  @Column('integer', { default: 0 })
  backordered!: number;

  @Column('integer', { default: 0 })
  shipped!: number;

  @Column('integer', { default: 0 })
  delivered!: number;

  @Column('integer', { default: 0 })
  returned!: number;

  @Column('uuid', { nullable: true })
  variantId!: string | null;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ImportEntity } from './import.entity.ts';
import { OrderEntity } from './order.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** Money that an order file takes back or corrects without being an order itself: a cancellation or an adjustment. */
@Entity('order_adjustments')
@Check('order_adjustments_kind_check', "kind in ('cancellation', 'adjustment')")
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], {
  name: 'order_adjustments_buyer_fkey',
})
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'order_adjustments_import_fkey',
})
@ForeignKey(() => OrderEntity, ['workspaceId', 'orderId'], ['workspaceId', 'id'], {
  name: 'order_adjustments_order_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'order_adjustments_workspace_id_fkey' })
@Unique('order_adjustments_external_key', ['workspaceId', 'externalId'])
@Index('order_adjustments_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('order_adjustments_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
@Index('order_adjustments_order_idx', ['workspaceId', 'orderId'], { where: 'order_id IS NOT NULL' })
export class OrderAdjustmentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_adjustments_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'order_adjustments_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid', { nullable: true })
  orderId!: string | null;

  @Column('text')
  externalId!: string;

  @Column('text')
  kind!: 'cancellation' | 'adjustment';

  @Column('timestamptz')
  at!: Date;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('bigint', { transformer: bigintColumn })
  amountMinor!: bigint;

  @Column('uuid', { nullable: true })
  importId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

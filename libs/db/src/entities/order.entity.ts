import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ImportEntity } from './import.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** An order of a buyer; amounts in minor units of the order's and of the workspace's currency. */
@Entity('orders')
@Check(
  'orders_state_check',
  `state in ('DRAFT', 'PENDING_PAYMENT', 'PAID', 'PREPARING', 'BACKORDERED', 'READY_TO_SHIP', 'PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED', 'COMPLETED', 'CLOSED', 'CANCELLED', 'EXPIRED', 'REFUNDED')`,
)
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'orders_buyer_fkey' })
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], { name: 'orders_channel_fkey' })
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], { name: 'orders_import_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'orders_workspace_id_fkey' })
@Unique('orders_external_key', ['workspaceId', 'externalId'])
@Index('orders_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('orders_channel_idx', ['workspaceId', 'channelId'], { where: 'channel_id IS NOT NULL' })
@Index('orders_paid_idx', { synchronize: false }) // with included columns, which TypeORM cannot say
@Index('orders_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
export class OrderEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'orders_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'orders_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid', { nullable: true })
  channelId!: string | null;

  @Column('text')
  externalId!: string;

  @Column('text')
  state!:
    | 'DRAFT'
    | 'PENDING_PAYMENT'
    | 'PAID'
    | 'PREPARING'
    | 'BACKORDERED'
    | 'READY_TO_SHIP'
    | 'PARTIALLY_SHIPPED'
    | 'SHIPPED'
    | 'DELIVERED'
    | 'COMPLETED'
    | 'CLOSED'
    | 'CANCELLED'
    | 'EXPIRED'
    | 'REFUNDED';

  @Column('timestamptz')
  placedAt!: Date;

  @Column('timestamptz', { nullable: true })
  paidAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  cancelledAt!: Date | null;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('bigint', { transformer: bigintColumn })
  totalMinor!: bigint;

  @Column('char', { length: 3 })
  baseCurrency!: string;

  @Column('bigint', { transformer: bigintColumn })
  baseTotalMinor!: bigint;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('boolean', { default: false })
  isSample!: boolean;

  @Column('char', { length: 2, nullable: true })
  country!: string | null;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}

import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A buyer's paid orders summed per currency, in its minor units. */
@Entity('buyer_order_totals')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], {
  name: 'buyer_order_totals_buyer_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_order_totals_workspace_id_fkey' })
@Unique('buyer_order_totals_key', ['workspaceId', 'buyerId', 'currency'])
export class BuyerOrderTotalsEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_order_totals_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_order_totals_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('integer')
  orderCount!: number;

  @Column('bigint', { transformer: bigintColumn })
  paidYearMinor!: bigint;

  @Column('bigint', { transformer: bigintColumn })
  paidTotalMinor!: bigint;
}

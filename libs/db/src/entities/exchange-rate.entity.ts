import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** The worth of one unit of a currency in the base currency on a day. */
@Entity('exchange_rates')
@Check('exchange_rates_rate_check', 'rate > 0')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'exchange_rates_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'exchange_rates_workspace_id_fkey' })
@Unique('exchange_rates_key', ['workspaceId', 'currency', 'baseCurrency', 'onDate'])
@Index('exchange_rates_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class ExchangeRateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_rates_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'exchange_rates_pkey' })
  id!: string;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('char', { length: 3 })
  baseCurrency!: string;

  @Column('date')
  onDate!: string;

  @Column('numeric', { precision: 20, scale: 10 })
  rate!: string;

  @Column('text')
  source!: string;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

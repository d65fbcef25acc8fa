import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** What a buyer allowed or withdrew for one purpose; the newest of a purpose holds. */
@Entity('buyer_consents')
@Check('buyer_consents_purpose_check', "purpose in ('messages', 'marketing', 'data_processing')")
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'buyer_consents_buyer_fkey' })
@ForeignKey(() => MemberEntity, ['workspaceId', 'recordedBy'], ['workspaceId', 'id'], {
  name: 'buyer_consents_recorded_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_consents_workspace_id_fkey' })
@Index('buyer_consents_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('buyer_consents_recorded_by_idx', ['workspaceId', 'recordedBy'], { where: 'recorded_by IS NOT NULL' })
export class BuyerConsentEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_consents_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_consents_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('text')
  purpose!: 'messages' | 'marketing' | 'data_processing';

  @Column('boolean')
  granted!: boolean;

  @Column('text')
  source!: string;

  @Column('timestamptz')
  givenAt!: Date;

  @Column('uuid', { nullable: true })
  recordedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { SampleRequestEntity } from './sample-request.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** Something given to a buyer to help it sell. */
@Entity('support_entries')
@Check('support_entries_kind_check', "kind in ('guide', 'advice', 'gift', 'sample')")
@Check('support_entries_what_check', 'length(btrim(what)) between 1 and 1000')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], {
  name: 'support_entries_buyer_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'givenBy'], ['workspaceId', 'id'], {
  name: 'support_entries_given_by_fkey',
})
@ForeignKey(() => SampleRequestEntity, ['workspaceId', 'sampleId'], ['workspaceId', 'id'], {
  name: 'support_entries_sample_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'support_entries_workspace_id_fkey' })
@Index('support_entries_buyer_idx', ['workspaceId', 'buyerId', 'givenAt', 'id'])
@Index('support_entries_given_by_idx', ['workspaceId', 'givenBy'], { where: 'given_by IS NOT NULL' })
@Index('support_entries_sample_idx', ['workspaceId', 'sampleId'], { where: 'sample_id IS NOT NULL' })
export class SupportEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'support_entries_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'support_entries_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('text')
  kind!: 'guide' | 'advice' | 'gift' | 'sample';

  @Column('text')
  what!: string;

  @Column('uuid', { nullable: true })
  sampleId!: string | null;

  @Column('timestamptz')
  givenAt!: Date;

  @Column('uuid', { nullable: true })
  givenBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

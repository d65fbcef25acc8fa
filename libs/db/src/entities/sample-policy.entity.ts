import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A version of the policy by which the cost of samples is shared. */
@Entity('sample_policies')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'sample_policies_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'sample_policies_workspace_id_fkey' })
@Unique('sample_policies_version_key', ['workspaceId', 'version'])
@Index('sample_policies_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class SamplePolicyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sample_policies_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sample_policies_pkey' })
  id!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  policy!: object;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

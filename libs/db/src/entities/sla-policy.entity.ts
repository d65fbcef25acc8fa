import type { SlaPolicy } from '@dangol/crm';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A version of the response targets. */
@Entity('sla_policies')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'sla_policies_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'sla_policies_workspace_id_fkey' })
@Unique('sla_policies_version_key', ['workspaceId', 'version'])
@Index('sla_policies_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class SlaPolicyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sla_policies_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sla_policies_pkey' })
  id!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  policy!: SlaPolicy;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

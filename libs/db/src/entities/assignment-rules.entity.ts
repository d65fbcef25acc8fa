import type { AssignmentRules } from '@dangol/crm';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A version of the rules by which buyers get their owners. */
@Entity('assignment_rules')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'assignment_rules_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'assignment_rules_workspace_id_fkey' })
@Unique('assignment_rules_version_key', ['workspaceId', 'version'])
@Index('assignment_rules_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class AssignmentRulesEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assignment_rules_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'assignment_rules_pkey' })
  id!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  rules!: Omit<AssignmentRules, 'version'>;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

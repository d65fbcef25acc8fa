import type { GradingRules } from '@dangol/crm';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A version of the rules by which buyers are graded. */
@Entity('grading_rules')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'grading_rules_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'grading_rules_workspace_id_fkey' })
@Unique('grading_rules_version_key', ['workspaceId', 'version'])
@Index('grading_rules_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class GradingRulesEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'grading_rules_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'grading_rules_pkey' })
  id!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  rules!: GradingRules;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

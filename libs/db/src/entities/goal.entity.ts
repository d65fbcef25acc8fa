import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A yearly goal: groups of counted buyers times order value. */
@Entity('goals')
@Check('goals_counted_check', "counted in ('all', 'ordered', 'repeat', 'platform_level')")
@Check('goals_name_check', 'length(btrim(name)) between 1 and 80')
@Check('goals_target_minor_check', 'target_minor > 0')
@Check('goals_year_check', 'year between 2000 and 2100')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], { name: 'goals_created_by_fkey' })
@ForeignKey(() => MemberEntity, ['workspaceId', 'ownerId'], ['workspaceId', 'id'], { name: 'goals_owner_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'goals_workspace_id_fkey' })
@Index('goals_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
@Index('goals_owner_idx', ['workspaceId', 'ownerId'], { where: 'owner_id IS NOT NULL' })
@Index('goals_year_idx', ['workspaceId', 'year', 'id'])
export class GoalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'goals_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'goals_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('integer')
  year!: number;

  @Column('bigint', { transformer: bigintColumn })
  targetMinor!: bigint;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('text')
  counted!: 'all' | 'ordered' | 'repeat' | 'platform_level';

  @Column('jsonb')
  groups!: { grade: 'A' | 'B' | 'C'; buyers: number; averageOrderMinor: string }[];

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('date')
  dueOn!: string;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

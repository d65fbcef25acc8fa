import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { RoleEntity } from './role.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A person in a workspace: an account with a role. */
@Entity('members')
@Check('members_capacity_check', 'capacity between 0 and 10000')
@Check('members_status_check', "status in ('active', 'removed')")
@ForeignKey(() => RoleEntity, ['workspaceId', 'roleId'], ['workspaceId', 'id'], { name: 'members_role_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'members_workspace_id_fkey' })
@Unique('members_account_key', ['workspaceId', 'accountId'])
@Index('members_account_idx', ['accountId'])
@Index('members_role_idx', ['workspaceId', 'roleId'])
export class MemberEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'members_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'members_pkey' })
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('uuid')
  roleId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text', { default: 'active' })
  status!: 'active' | 'removed';

  @Column('timestamptz')
  createdAt!: Date;

  @Column('integer', { nullable: true })
  capacity!: number | null;
}

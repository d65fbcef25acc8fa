import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { RoleEntity } from './role.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A key for programs, acting with a role; only the hash of its token is stored. */
@Entity('api_keys')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'api_keys_created_by_fkey',
})
@ForeignKey(() => RoleEntity, ['workspaceId', 'roleId'], ['workspaceId', 'id'], { name: 'api_keys_role_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'api_keys_workspace_id_fkey' })
@Unique('api_keys_token_key', ['workspaceId', 'tokenHash'])
@Index('api_keys_created_by_idx', ['workspaceId', 'createdBy'])
@Index('api_keys_role_idx', ['workspaceId', 'roleId'])
export class ApiKeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_keys_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'api_keys_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid')
  roleId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}

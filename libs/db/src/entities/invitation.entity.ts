import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { RoleEntity } from './role.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** An invitation by e-mail to join with a role; only the hash of its token is stored. */
@Entity('invitations')
@ForeignKey(() => MemberEntity, ['workspaceId', 'invitedBy'], ['workspaceId', 'id'], {
  name: 'invitations_invited_by_fkey',
})
@ForeignKey(() => RoleEntity, ['workspaceId', 'roleId'], ['workspaceId', 'id'], { name: 'invitations_role_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'invitations_workspace_id_fkey' })
@Unique('invitations_token_key', ['workspaceId', 'tokenHash'])
@Index('invitations_invited_by_idx', ['workspaceId', 'invitedBy'])
@Index('invitations_role_idx', ['workspaceId', 'roleId'])
export class InvitationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitations_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitations_pkey' })
  id!: string;

  @Column('text')
  email!: string;

  @Column('uuid')
  roleId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  invitedBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;
}

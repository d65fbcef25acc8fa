import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConversationEntity } from './conversation.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A link through which a buyer sends files without signing in. */
@Entity('upload_links')
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'upload_links_conversation_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'upload_links_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'upload_links_workspace_id_fkey' })
@Unique('upload_links_token_key', ['workspaceId', 'tokenHash'])
@Index('upload_links_conversation_idx', ['workspaceId', 'conversationId'])
@Index('upload_links_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class UploadLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'upload_links_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'upload_links_pkey' })
  id!: string;

  @Column('uuid')
  conversationId!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('integer', { default: 0 })
  usedCount!: number;
}

import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ChannelEntity } from './channel.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A Message-ID that belongs to a conversation: mail that refers to it belongs there too. */
@Entity('mail_references')
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'mail_references_channel_fkey',
})
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'mail_references_conversation_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'mail_references_workspace_id_fkey' })
@Unique('mail_references_key', ['workspaceId', 'channelId', 'conversationId', 'messageHeader'])
@Index('mail_references_header_idx', ['workspaceId', 'channelId', 'messageHeader'])
@Index('mail_references_conversation_idx', ['workspaceId', 'conversationId'])
export class MailReferenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_references_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_references_pkey' })
  id!: string;

  @Column('uuid')
  channelId!: string;

  @Column('uuid')
  conversationId!: string;

  @Column('text')
  messageHeader!: string;
}

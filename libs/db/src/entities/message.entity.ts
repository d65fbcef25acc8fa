import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ChannelEntity } from './channel.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { DraftEntity } from './draft.entity.ts';
import { ImportEntity } from './import.entity.ts';
import { MacroEntity } from './macro.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A message of a conversation: from the buyer, to the buyer (with its delivery), a note, or a call that was logged. */
@Entity('messages')
@Check('messages_author_kind_check', "author_kind in ('buyer', 'member', 'assistant', 'platform')")
@Check('messages_delivery_status_check', "delivery_status in ('queued', 'sending', 'delivered', 'failed', 'cancelled')")
@Check('messages_direction_check', "direction in ('inbound', 'outbound', 'note', 'call')")
@ForeignKey(() => MemberEntity, ['workspaceId', 'authorMemberId'], ['workspaceId', 'id'], {
  name: 'messages_author_fkey',
})
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], { name: 'messages_channel_fkey' })
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'messages_conversation_fkey',
})
@ForeignKey(() => DraftEntity, ['workspaceId', 'draftId'], ['workspaceId', 'id'], { name: 'messages_draft_fkey' })
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], { name: 'messages_import_fkey' })
@ForeignKey(() => MacroEntity, ['workspaceId', 'macroId'], ['workspaceId', 'id'], { name: 'messages_macro_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'messages_workspace_id_fkey' })
@Unique('messages_external_key', ['workspaceId', 'channelId', 'externalId'])
@Index('messages_author_idx', ['workspaceId', 'authorMemberId'], { where: 'author_member_id IS NOT NULL' })
@Index('messages_conversation_idx', ['workspaceId', 'conversationId', 'sentAt', 'id'])
@Index('messages_draft_idx', ['workspaceId', 'draftId'], { where: 'draft_id IS NOT NULL' })
@Index('messages_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
@Index('messages_macro_idx', ['workspaceId', 'macroId'], { where: 'macro_id IS NOT NULL' })
export class MessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'messages_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'messages_pkey' })
  id!: string;

  @Column('uuid')
  conversationId!: string;

  @Column('uuid')
  channelId!: string;

  @Column('text')
  direction!: 'inbound' | 'outbound' | 'note' | 'call';

  @Column('text')
  authorKind!: 'buyer' | 'member' | 'assistant' | 'platform';

  @Column('uuid', { nullable: true })
  authorMemberId!: string | null;

  @Column('boolean', { default: false })
  aiAssisted!: boolean;

  @Column('uuid', { nullable: true })
  draftId!: string | null;

  @Column('text', { nullable: true })
  externalId!: string | null;

  @Column('integer')
  revision!: number;

  @Column('text')
  text!: string;

  @Column('text', { nullable: true })
  html!: string | null;

  @Column('jsonb', { default: [] })
  attachments!: object[];

  @Column('timestamptz')
  sentAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('text', { nullable: true })
  deliveryStatus!: 'queued' | 'sending' | 'delivered' | 'failed' | 'cancelled' | null;

  @Column('integer', { default: 0 })
  deliveryAttempts!: number;

  @Column('text', { nullable: true })
  deliveryError!: string | null;

  @Column('timestamptz', { nullable: true })
  deliverAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  @Column('uuid', { nullable: true })
  importId!: string | null;

  @Column('boolean', { default: false })
  autoSubmitted!: boolean;

  /** Headers of an e-mail that threading and answering need. */
  @Column('jsonb', { nullable: true })
  mail!: object | null;

  /** The prepared reply that was inserted. */
  @Column('uuid', { nullable: true })
  macroId!: string | null;

  /** Until when this holding reply promises an answer. */
  @Column('timestamptz', { nullable: true })
  promisedFor!: Date | null;
}

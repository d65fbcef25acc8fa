import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AnnouncementEntity } from './announcement.entity.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A buyer that an announcement goes to, with the text for them and what became of it. */
@Entity('announcement_recipients')
@Check('announcement_recipients_skip_reason_check', "skip_reason in ('no_channel', 'no_consent', 'waiting', 'by_hand')")
@Check('announcement_recipients_state_check', "state in ('ready', 'skipped', 'sent')")
@ForeignKey(() => AnnouncementEntity, ['workspaceId', 'announcementId'], ['workspaceId', 'id'], {
  name: 'announcement_recipients_announcement_fkey',
})
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], {
  name: 'announcement_recipients_buyer_fkey',
})
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'announcement_recipients_conversation_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'messageId'], ['workspaceId', 'id'], {
  name: 'announcement_recipients_message_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'announcement_recipients_workspace_id_fkey' })
@Unique('announcement_recipients_buyer_key', ['workspaceId', 'announcementId', 'buyerId'])
@Index('announcement_recipients_buyer_idx', ['workspaceId', 'buyerId'])
@Index('announcement_recipients_conversation_idx', ['workspaceId', 'conversationId'], {
  where: 'conversation_id IS NOT NULL',
})
@Index('announcement_recipients_message_idx', ['workspaceId', 'messageId'], { where: 'message_id IS NOT NULL' })
export class AnnouncementRecipientEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcement_recipients_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcement_recipients_pkey' })
  id!: string;

  @Column('uuid')
  announcementId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid', { nullable: true })
  conversationId!: string | null;

  @Column('text')
  text!: string;

  @Column('text')
  state!: 'ready' | 'skipped' | 'sent';

  @Column('text', { nullable: true })
  skipReason!: 'no_channel' | 'no_consent' | 'waiting' | 'by_hand' | null;

  @Column('uuid', { nullable: true })
  messageId!: string | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** What the platform scores: the first message that a buyer wrote on a channel in a day, and our first human reply to it. */
@Entity('buyer_days')
@Check('buyer_days_excluded_check', "excluded in ('spam', 'sender')")
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'buyer_days_buyer_fkey' })
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'buyer_days_channel_fkey',
})
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'buyer_days_conversation_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'responseMemberId'], ['workspaceId', 'id'], {
  name: 'buyer_days_member_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'openingMessageId'], ['workspaceId', 'id'], {
  name: 'buyer_days_opening_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'responseMessageId'], ['workspaceId', 'id'], {
  name: 'buyer_days_response_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_days_workspace_id_fkey' })
@Unique('buyer_days_day_key', ['workspaceId', 'channelId', 'buyerId', 'day'])
@Index('buyer_days_buyer_idx', ['workspaceId', 'buyerId'])
@Index('buyer_days_channel_idx', ['workspaceId', 'channelId', 'openedAt'])
@Index('buyer_days_conversation_idx', ['workspaceId', 'conversationId'])
@Index('buyer_days_member_idx', ['workspaceId', 'responseMemberId'], { where: 'response_member_id IS NOT NULL' })
@Index('buyer_days_opened_idx', ['workspaceId', 'openedAt'])
@Index('buyer_days_opening_idx', ['workspaceId', 'openingMessageId'])
@Index('buyer_days_response_idx', ['workspaceId', 'responseMessageId'], { where: 'response_message_id IS NOT NULL' })
export class BuyerDayEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_days_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_days_pkey' })
  id!: string;

  @Column('uuid')
  channelId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  conversationId!: string;

  @Column('uuid')
  openingMessageId!: string;

  @Column('date')
  day!: string;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('timestamptz', { nullable: true })
  respondedAt!: Date | null;

  @Column('uuid', { nullable: true })
  responseMessageId!: string | null;

  @Column('uuid', { nullable: true })
  responseMemberId!: string | null;

  @Column('timestamptz', { nullable: true })
  firstAckAt!: Date | null;

  @Column('bigint', { transformer: bigintColumn, nullable: true })
  responseWallMs!: bigint | null;

  @Column('text', { nullable: true })
  excluded!: 'spam' | 'sender' | null;
}

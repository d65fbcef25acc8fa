import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BusinessCalendarEntity } from './business-calendar.entity.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { SlaPolicyEntity } from './sla-policy.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** What first response measures: opened by a buyer's message, ended by an answer, a decline or a spam report. */
@Entity('inquiries')
@Check('inquiries_status_check', "status in ('open', 'answered', 'declined', 'spam')")
@Check('inquiries_turn_check', "turn in ('first', 'next')")
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'inquiries_buyer_fkey' })
@ForeignKey(() => BusinessCalendarEntity, ['workspaceId', 'businessCalendarId'], ['workspaceId', 'id'], {
  name: 'inquiries_calendar_fkey',
})
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'inquiries_channel_fkey',
})
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'inquiries_conversation_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'firstResponseMessageId'], ['workspaceId', 'id'], {
  name: 'inquiries_first_response_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'firstResponseMemberId'], ['workspaceId', 'id'], {
  name: 'inquiries_member_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'openingMessageId'], ['workspaceId', 'id'], {
  name: 'inquiries_opening_fkey',
})
@ForeignKey(() => SlaPolicyEntity, ['workspaceId', 'slaPolicyId'], ['workspaceId', 'id'], {
  name: 'inquiries_policy_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'inquiries_workspace_id_fkey' })
@Unique('inquiries_opening_key', ['workspaceId', 'openingMessageId'])
@Index('inquiries_buyer_idx', ['workspaceId', 'buyerId', 'openedAt'])
@Index('inquiries_calendar_idx', ['workspaceId', 'businessCalendarId'])
@Index('inquiries_channel_idx', ['workspaceId', 'channelId', 'status', 'endedAt'])
@Index('inquiries_conversation_idx', ['workspaceId', 'conversationId', 'openedAt'])
@Index('inquiries_first_response_idx', ['workspaceId', 'firstResponseMessageId'], {
  where: 'first_response_message_id IS NOT NULL',
})
@Index('inquiries_member_idx', ['workspaceId', 'firstResponseMemberId'], {
  where: 'first_response_member_id IS NOT NULL',
})
@Index('inquiries_opened_idx', ['workspaceId', 'openedAt'])
@Index('inquiries_policy_idx', ['workspaceId', 'slaPolicyId'])
@Index('inquiries_status_idx', ['workspaceId', 'status', 'endedAt'])
export class InquiryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inquiries_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inquiries_pkey' })
  id!: string;

  @Column('uuid')
  conversationId!: string;

  @Column('uuid')
  channelId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  openingMessageId!: string;

  @Column('timestamptz')
  openedAt!: Date;

  @Column('text', { default: 'first' })
  turn!: 'first' | 'next';

  @Column('text')
  status!: 'open' | 'answered' | 'declined' | 'spam';

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endReason!: string | null;

  @Column('timestamptz', { nullable: true })
  firstAckAt!: Date | null;

  @Column('uuid', { nullable: true })
  firstResponseMessageId!: string | null;

  @Column('uuid', { nullable: true })
  firstResponseMemberId!: string | null;

  @Column('integer')
  targetMinutes!: number;

  @Column('uuid')
  slaPolicyId!: string;

  @Column('uuid')
  businessCalendarId!: string;

  @Column('timestamptz')
  dueAt!: Date;

  @Column('bigint', { transformer: bigintColumn, nullable: true })
  responseBusinessSeconds!: bigint | null;

  @Column('bigint', { transformer: bigintColumn, nullable: true })
  responseWallMs!: bigint | null;

  @Column('boolean', { nullable: true })
  met!: boolean | null;

  @Column('jsonb', { default: {} })
  signals!: object;
}

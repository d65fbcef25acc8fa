import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BusinessCalendarEntity } from './business-calendar.entity.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { SlaPolicyEntity } from './sla-policy.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A case: from its first inquiry until the conversation was closed, declined or reported; it pauses while the buyer has the word. */
@Entity('resolutions')
@Check('resolutions_status_check', "status in ('open', 'paused', 'resolved', 'declined', 'spam')")
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'resolutions_buyer_fkey' })
@ForeignKey(() => BusinessCalendarEntity, ['workspaceId', 'businessCalendarId'], ['workspaceId', 'id'], {
  name: 'resolutions_calendar_fkey',
})
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'resolutions_channel_fkey',
})
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'resolutions_conversation_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'openingMessageId'], ['workspaceId', 'id'], {
  name: 'resolutions_opening_fkey',
})
@ForeignKey(() => SlaPolicyEntity, ['workspaceId', 'slaPolicyId'], ['workspaceId', 'id'], {
  name: 'resolutions_policy_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'resolutions_workspace_id_fkey' })
@Unique('resolutions_opening_key', ['workspaceId', 'openingMessageId'])
@Index('resolutions_buyer_idx', ['workspaceId', 'buyerId'])
@Index('resolutions_calendar_idx', ['workspaceId', 'businessCalendarId'])
@Index('resolutions_channel_idx', ['workspaceId', 'channelId', 'openedAt'])
@Index('resolutions_conversation_idx', ['workspaceId', 'conversationId', 'openedAt'])
@Index('resolutions_opened_idx', ['workspaceId', 'openedAt'])
@Index('resolutions_policy_idx', ['workspaceId', 'slaPolicyId'])
export class ResolutionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resolutions_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'resolutions_pkey' })
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

  @Column('text')
  status!: 'open' | 'paused' | 'resolved' | 'declined' | 'spam';

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('integer', { nullable: true })
  targetMinutes!: number | null;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('uuid')
  slaPolicyId!: string;

  @Column('uuid')
  businessCalendarId!: string;

  /** Counted up to `runningSince`, the pause or the end; waits for the buyer are left out, as they are of `wallMs`. */
  @Column('bigint', { transformer: bigintColumn })
  businessSeconds!: bigint;

  @Column('bigint', { transformer: bigintColumn })
  pausedSeconds!: bigint;

  @Column('bigint', { transformer: bigintColumn })
  wallMs!: bigint;

  /** Since when the clock runs again; null while it is paused or has ended. */
  @Column('timestamptz', { nullable: true })
  runningSince!: Date | null;

  @Column('boolean', { nullable: true })
  met!: boolean | null;
}

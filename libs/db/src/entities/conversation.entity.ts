import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ImportEntity } from './import.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** One thread of one buyer on one channel, with what the inbox list shows and sorts by. */
@Entity('conversations')
@Check('conversations_pending_delivery_check', "pending_delivery in ('queued', 'sending', 'failed')")
@Check('conversations_status_check', "status in ('waiting', 'answered', 'declined', 'spam', 'closed')")
@Check('conversations_topic_by_check', "topic_by in ('assistant', 'member')")
@ForeignKey(() => MemberEntity, ['workspaceId', 'assigneeId'], ['workspaceId', 'id'], {
  name: 'conversations_assignee_fkey',
})
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'conversations_buyer_fkey' })
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'conversations_channel_fkey',
})
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'conversations_import_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'snoozedBy'], ['workspaceId', 'id'], {
  name: 'conversations_snoozed_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'conversations_workspace_id_fkey' })
@Unique('conversations_external_key', ['workspaceId', 'channelId', 'externalId'])
@Index('conversations_assignee_idx', ['workspaceId', 'assigneeId', 'status', 'gradeRank', 'levelRank', 'dueAt', 'id'], {
  where: 'assignee_id IS NOT NULL',
})
@Index('conversations_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('conversations_due_idx', ['workspaceId', 'status', 'dueAt', 'id'])
@Index('conversations_latest_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('conversations_pending_idx', ['workspaceId', 'pendingDelivery'], { where: 'pending_delivery IS NOT NULL' })
@Index('conversations_queue_idx', ['workspaceId', 'status', 'gradeRank', 'levelRank', 'dueAt', 'id'])
@Index('conversations_recent_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('conversations_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
@Index('conversations_snoozed_by_idx', ['workspaceId', 'snoozedBy'], { where: 'snoozed_by IS NOT NULL' })
@Index('conversations_snoozed_idx', ['workspaceId', 'snoozedUntil'], { where: 'snoozed_until IS NOT NULL' })
@Index('conversations_promised_idx', ['workspaceId', 'promisedFor'], { where: 'promised_for IS NOT NULL' })
@Index('conversations_intake_idx', ['workspaceId', 'gradeRank', 'levelRank', 'dueAt', 'id'], {
  where: 'needs_assignee',
})
@Index('conversations_unanswered_idx', ['workspaceId', 'id'], {
  where: "((status = 'closed'::text) AND (waiting_since IS NOT NULL))",
})
export class ConversationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversations_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversations_pkey' })
  id!: string;

  @Column('uuid')
  channelId!: string;

  @Column('text')
  externalId!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text')
  status!: 'waiting' | 'answered' | 'declined' | 'spam' | 'closed';

  @Column('uuid', { nullable: true })
  assigneeId!: string | null;

  @Column('smallint')
  gradeRank!: number;

  @Column('smallint')
  levelRank!: number;

  @Column('timestamptz', { nullable: true })
  waitingSince!: Date | null;

  @Column('timestamptz', { nullable: true })
  dueAt!: Date | null;

  @Column('text', { default: '' })
  preview!: string;

  @Column('timestamptz')
  lastMessageAt!: Date;

  @Column('text')
  lastDirection!: string;

  @Column('integer', { default: 0 })
  messageCount!: number;

  @Column('integer', { default: 0 })
  revision!: number;

  @Column('text', { nullable: true })
  pendingDelivery!: 'queued' | 'sending' | 'failed' | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  importId!: string | null;

  /** Hidden from the queue until then. */
  @Column('timestamptz', { nullable: true })
  snoozedUntil!: Date | null;

  @Column('text', { nullable: true })
  snoozeReason!: string | null;

  @Column('uuid', { nullable: true })
  snoozedBy!: string | null;

  @Column('text', { nullable: true })
  topic!: string | null;

  @Column('text', { nullable: true })
  topicBy!: 'assistant' | 'member' | null;

  @Column('text', { nullable: true })
  language!: string | null;

  /** When a holding reply that left promised the real answer. */
  @Column('timestamptz', { nullable: true })
  promisedFor!: Date | null;

  /** New here and nobody has it: the rules have not looked at it yet. */
  @Column('boolean', { default: false })
  needsAssignee!: boolean;
}

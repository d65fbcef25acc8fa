import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConversationEntity } from './conversation.entity.ts';
import { InquiryEntity } from './inquiry.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** An instant at which somebody must hear of an open inquiry: while there is time to act, and when its due time has passed. */
@Entity('clock_alarms')
@Check('clock_alarms_kind_check', "kind in ('warning', 'breach')")
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'clock_alarms_conversation_fkey',
})
@ForeignKey(() => InquiryEntity, ['workspaceId', 'inquiryId'], ['workspaceId', 'id'], {
  name: 'clock_alarms_inquiry_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'clock_alarms_workspace_id_fkey' })
@Unique('clock_alarms_inquiry_key', ['workspaceId', 'inquiryId', 'kind'])
@Index('clock_alarms_conversation_idx', ['workspaceId', 'conversationId'])
@Index('clock_alarms_due_idx', ['workspaceId', 'at'], { where: 'fired_at IS NULL' })
export class ClockAlarmEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clock_alarms_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clock_alarms_pkey' })
  id!: string;

  @Column('uuid')
  conversationId!: string;

  @Column('uuid')
  inquiryId!: string;

  @Column('text')
  kind!: 'warning' | 'breach';

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  firedAt!: Date | null;
}

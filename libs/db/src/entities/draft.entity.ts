import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ConversationEntity } from './conversation.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** The assistant's answer to one message: a suggested reply, or the reason why there is none. */
@Entity('drafts')
@Check('drafts_status_check', "status in ('ready', 'none', 'outdated', 'used', 'discarded')")
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'drafts_conversation_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'messageId'], ['workspaceId', 'id'], { name: 'drafts_message_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'drafts_workspace_id_fkey' })
@Unique('drafts_message_key', ['workspaceId', 'messageId'])
@Index('drafts_conversation_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
export class DraftEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'drafts_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'drafts_pkey' })
  id!: string;

  @Column('uuid')
  conversationId!: string;

  @Column('uuid')
  messageId!: string;

  @Column('text')
  status!: 'ready' | 'none' | 'outdated' | 'used' | 'discarded';

  @Column('text', { nullable: true })
  noDraftReason!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text', { nullable: true })
  textKo!: string | null;

  @Column('jsonb', { default: {} })
  content!: object;

  @Column('jsonb')
  triage!: object;

  @Column('jsonb')
  gate!: object;

  @Column('text')
  engine!: string;

  @Column('text')
  engineVersion!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  discardReason!: string | null;
}

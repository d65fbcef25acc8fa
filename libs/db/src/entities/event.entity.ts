import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** One entry of the workspace's append-only log, numbered in the order of the commits. */
@Entity('events')
@Check('events_actor_kind_check', "actor_kind in ('member', 'api_key', 'assistant', 'channel', 'system')")
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'events_workspace_id_fkey' })
@Unique('events_position_key', ['workspaceId', 'position'])
@Index('events_buyer_idx', ['workspaceId', 'buyerId', 'position'], { where: 'buyer_id IS NOT NULL' })
@Index('events_subject_idx', ['workspaceId', 'subjectKind', 'subjectId', 'position'])
export class EventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'events_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'events_pkey' })
  id!: string;

  @Column('bigint', { transformer: bigintColumn })
  position!: bigint;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  actorKind!: 'member' | 'api_key' | 'assistant' | 'channel' | 'system';

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('text')
  verb!: string;

  @Column('text')
  subjectKind!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('uuid', { nullable: true })
  buyerId!: string | null;

  @Column('uuid', { nullable: true })
  conversationId!: string | null;

  @Column('jsonb', { default: {} })
  data!: Record<string, unknown>;
}

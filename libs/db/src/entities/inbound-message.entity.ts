import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ChannelEntity } from './channel.entity.ts';
import { MessageEntity } from './message.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A message as a channel delivered it, kept raw until it is applied, and as an exception when it cannot be. */
@Entity('inbound_messages')
@Check('inbound_messages_status_check', "status in ('pending', 'applied', 'failed', 'rejected', 'dismissed')")
@Check('inbound_messages_format_check', "format in ('json', 'mime')")
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'inbound_messages_channel_fkey',
})
@ForeignKey(() => MessageEntity, ['workspaceId', 'messageId'], ['workspaceId', 'id'], {
  name: 'inbound_messages_message_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'inbound_messages_workspace_id_fkey' })
@Unique('inbound_messages_external_key', ['workspaceId', 'channelId', 'externalId'])
@Index('inbound_messages_message_idx', ['workspaceId', 'messageId'], { where: 'message_id IS NOT NULL' })
@Index('inbound_messages_status_idx', ['workspaceId', 'status', 'receivedAt', 'id'])
export class InboundMessageEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inbound_messages_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'inbound_messages_pkey' })
  id!: string;

  @Column('uuid')
  channelId!: string;

  @Column('text')
  externalId!: string;

  @Column('bytea')
  body!: Buffer;

  @Column('bytea')
  contentHash!: Buffer;

  @Column('timestamptz')
  receivedAt!: Date;

  @Column('text')
  status!: 'pending' | 'applied' | 'failed' | 'rejected' | 'dismissed';

  @Column('integer', { default: 0 })
  attempts!: number;

  @Column('text', { nullable: true })
  problemCode!: string | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('timestamptz', { nullable: true })
  appliedAt!: Date | null;

  @Column('uuid', { nullable: true })
  messageId!: string | null;

  @Column('text', { default: 'json' })
  format!: 'json' | 'mime';
}

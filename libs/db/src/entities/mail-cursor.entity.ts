import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { ChannelEntity } from './channel.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** How far a folder of a mailbox has been read; it moves in the transaction that stores what was read. */
@Entity('mail_cursors')
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'mail_cursors_channel_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'mail_cursors_workspace_id_fkey' })
@Unique('mail_cursors_folder_key', ['workspaceId', 'channelId', 'folder'])
export class MailCursorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_cursors_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_cursors_pkey' })
  id!: string;

  @Column('uuid')
  channelId!: string;

  @Column('text')
  folder!: string;

  @Column('bigint', { transformer: bigintColumn })
  uidValidity!: bigint;

  @Column('bigint', { transformer: bigintColumn })
  lastUid!: bigint;

  @Column('timestamptz')
  readAt!: Date;
}

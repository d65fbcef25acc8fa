import type { BusinessCalendar } from '@dangol/crm';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { ChannelEntity } from './channel.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A version of the opening hours and holidays that business time is counted in: the workspace's, or a channel's own. */
@Entity('business_calendars')
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'business_calendars_channel_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'business_calendars_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'business_calendars_workspace_id_fkey' })
@Index('business_calendars_channel_version_key', ['workspaceId', 'channelId', 'version'], {
  unique: true,
  where: 'channel_id IS NOT NULL',
})
@Index('business_calendars_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
@Index('business_calendars_version_key', ['workspaceId', 'version'], { unique: true, where: 'channel_id IS NULL' })
export class BusinessCalendarEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_calendars_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_calendars_pkey' })
  id!: string;

  @Column('uuid', { nullable: true })
  channelId!: string | null;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  calendar!: BusinessCalendar;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

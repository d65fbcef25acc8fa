import type { BusinessCalendar } from '@dangol/crm';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A version of the opening hours and holidays that business time is counted in. */
@Entity('business_calendars')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'business_calendars_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'business_calendars_workspace_id_fkey' })
@Unique('business_calendars_version_key', ['workspaceId', 'version'])
@Index('business_calendars_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class BusinessCalendarEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_calendars_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'business_calendars_pkey' })
  id!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  calendar!: BusinessCalendar;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

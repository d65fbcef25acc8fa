import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** News of products that is sent to chosen buyers, each in their conversation. */
@Entity('announcements')
@Check('announcements_name_check', 'length(btrim(name)) between 1 and 120')
@Check('announcements_state_check', "state in ('draft', 'sent')")
@Check('announcements_text_check', 'length(btrim(text)) between 1 and 5000')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'announcements_created_by_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'sentBy'], ['workspaceId', 'id'], {
  name: 'announcements_sent_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'announcements_workspace_id_fkey' })
@Index('announcements_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
@Index('announcements_list_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('announcements_sent_by_idx', ['workspaceId', 'sentBy'], { where: 'sent_by IS NOT NULL' })
export class AnnouncementEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcements_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcements_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  text!: string;

  @Column('jsonb', { default: {} })
  segment!: object;

  @Column('text')
  state!: 'draft' | 'sent';

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('uuid', { nullable: true })
  sentBy!: string | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;
}

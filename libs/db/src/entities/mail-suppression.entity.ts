import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ChannelEntity } from './channel.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** An address that no mail may reach. */
@Entity('mail_suppressions')
@Check('mail_suppressions_address_check', 'address = lower(address)')
@Check('mail_suppressions_reason_check', "reason in ('bounced', 'complained', 'unsubscribed', 'by_hand')")
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'mail_suppressions_channel_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'mail_suppressions_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'mail_suppressions_workspace_id_fkey' })
@Unique('mail_suppressions_address_key', ['workspaceId', 'address'])
@Index('mail_suppressions_channel_idx', ['workspaceId', 'channelId'], { where: 'channel_id IS NOT NULL' })
@Index('mail_suppressions_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class MailSuppressionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_suppressions_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mail_suppressions_pkey' })
  id!: string;

  @Column('text')
  address!: string;

  @Column('text')
  reason!: 'bounced' | 'complained' | 'unsubscribed' | 'by_hand';

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('uuid', { nullable: true })
  channelId!: string | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

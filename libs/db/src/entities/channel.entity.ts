import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A source of inquiries, with the secret that signs its messages and the address that replies go to. */
@Entity('channels')
@Check('channels_kind_check', "kind in ('webhook', 'demo', 'file', 'email', 'manual')")
@Check('channels_mean_target_minutes_check', 'mean_target_minutes between 1 and 43200')
@Check(
  'channels_platform_check',
  "platform in ('alibaba', 'aliexpress', 'email', 'web_form', 'phone', 'fair', 'other')",
)
@Check('channels_status_check', "status in ('active', 'failing', 'paused')")
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'channels_workspace_id_fkey' })
@Unique('channels_name_key', ['workspaceId', 'name'])
export class ChannelEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'channels_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'channels_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: 'webhook' | 'demo' | 'file' | 'email' | 'manual';

  @Column('text')
  platform!: 'alibaba' | 'aliexpress' | 'email' | 'web_form' | 'phone' | 'fair' | 'other';

  @Column('text', { default: 'active' })
  status!: 'active' | 'failing' | 'paused';

  @Column('text', { nullable: true })
  statusDetail!: string | null;

  @Column('bytea')
  signingSecret!: Buffer;

  @Column('text', { nullable: true })
  deliveryUrl!: string | null;

  @Column('boolean', { default: false })
  autoMode!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  /** Servers, folder and address of a mailbox; the password stands apart, sealed. */
  @Column('jsonb', { nullable: true })
  mail!: object | null;

  @Column('bytea', { nullable: true })
  mailPassword!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  lastReceivedAt!: Date | null;

  /** The automatic acknowledgement, JSON; null while nobody has set one. */
  @Column('jsonb', { nullable: true })
  autoReply!: { enabled: boolean; onlyOutOfHours: boolean; texts: { language: string; text: string }[] } | null;

  /** Whether it has versions of the business hours of its own. */
  @Column('boolean', { default: false })
  ownHours!: boolean;

  /** IANA zone of the platform's day; null for the workspace's. */
  @Column('text', { nullable: true })
  platformZone!: string | null;

  /** What the mean of 30 days should stay under, minutes. */
  @Column('integer', { default: 240 })
  meanTargetMinutes!: number;

  /** Senders that start no clock: an id, an address or @domain. */
  @Column('text', { array: true, default: '{}' })
  excludedSenders!: string[];
}

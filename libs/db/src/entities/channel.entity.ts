import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A source of inquiries, with the secret that signs its messages and the address that replies go to. */
@Entity('channels')
@Check('channels_kind_check', "kind in ('webhook', 'demo', 'file')")
@Check('channels_platform_check', "platform in ('alibaba', 'aliexpress', 'email', 'web_form', 'other')")
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
  kind!: 'webhook' | 'demo' | 'file';

  @Column('text')
  platform!: 'alibaba' | 'aliexpress' | 'email' | 'web_form' | 'other';

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
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { ChannelEntity } from './channel.entity.ts';
import { ImportEntity } from './import.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A buyer as one channel knows them. */
@Entity('buyer_identities')
@Check('buyer_identities_platform_level_check', "platform_level in ('L1', 'L2', 'L3', 'L4')")
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], {
  name: 'buyer_identities_buyer_fkey',
})
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], {
  name: 'buyer_identities_channel_fkey',
})
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'buyer_identities_import_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_identities_workspace_id_fkey' })
@Unique('buyer_identities_external_key', ['workspaceId', 'channelId', 'externalId'])
@Index('buyer_identities_buyer_idx', ['workspaceId', 'buyerId'])
@Index('buyer_identities_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
export class BuyerIdentityEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_identities_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_identities_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  channelId!: string;

  @Column('text')
  externalId!: string;

  @Column('text', { nullable: true })
  displayName!: string | null;

  @Column('char', { length: 2, nullable: true })
  platformLevel!: 'L1' | 'L2' | 'L3' | 'L4' | null;

  @Column('timestamptz')
  seenAt!: Date;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}

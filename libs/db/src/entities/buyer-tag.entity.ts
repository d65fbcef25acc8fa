import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { TagEntity } from './tag.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A free tag that a buyer has. */
@Entity('buyer_tags')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'buyer_tags_buyer_fkey' })
@ForeignKey(() => TagEntity, ['workspaceId', 'tagId'], ['workspaceId', 'id'], { name: 'buyer_tags_tag_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_tags_workspace_id_fkey' })
@Unique('buyer_tags_key', ['workspaceId', 'buyerId', 'tagId'])
@Index('buyer_tags_tag_idx', ['workspaceId', 'tagId', 'buyerId'])
export class BuyerTagEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_tags_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_tags_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  tagId!: string;

  @Column('timestamptz')
  createdAt!: Date;
}

import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { AnnouncementEntity } from './announcement.entity.ts';
import { ProductEntity } from './product.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A product that an announcement is about. */
@Entity('announcement_products')
@ForeignKey(() => AnnouncementEntity, ['workspaceId', 'announcementId'], ['workspaceId', 'id'], {
  name: 'announcement_products_announcement_fkey',
})
@ForeignKey(() => ProductEntity, ['workspaceId', 'productId'], ['workspaceId', 'id'], {
  name: 'announcement_products_product_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'announcement_products_workspace_id_fkey' })
@Unique('announcement_products_key', ['workspaceId', 'announcementId', 'productId'])
@Index('announcement_products_product_idx', ['workspaceId', 'productId'])
export class AnnouncementProductEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcement_products_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'announcement_products_pkey' })
  id!: string;

  @Column('uuid')
  announcementId!: string;

  @Column('uuid')
  productId!: string;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { ProductEntity } from './product.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A product as it was; drafts and quotations cite it by its number. */
@Entity('product_versions')
@Check('product_versions_version_check', 'version > 0')
@ForeignKey(() => MemberEntity, ['workspaceId', 'changedBy'], ['workspaceId', 'id'], {
  name: 'product_versions_changed_by_fkey',
})
@ForeignKey(() => ProductEntity, ['workspaceId', 'productId'], ['workspaceId', 'id'], {
  name: 'product_versions_product_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'product_versions_workspace_id_fkey' })
@Unique('product_versions_version_key', ['workspaceId', 'productId', 'version'])
@Index('product_versions_changed_by_idx', ['workspaceId', 'changedBy'], { where: 'changed_by IS NOT NULL' })
export class ProductVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_versions_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'product_versions_pkey' })
  id!: string;

  @Column('uuid')
  productId!: string;

  @Column('integer')
  version!: number;

  @Column('jsonb')
  snapshot!: object;

  @Column('uuid', { nullable: true })
  changedBy!: string | null;

  @Column('timestamptz')
  changedAt!: Date;
}

import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A product, with its names by language. */
@Entity('products')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'products_workspace_id_fkey' })
@Unique('products_slug_key', ['workspaceId', 'slug'])
export class ProductEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'products_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'products_pkey' })
  id!: string;

  @Column('text')
  slug!: string;

  @Column('jsonb')
  names!: Record<string, string>;

  @Column('timestamptz')
  createdAt!: Date;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ImportEntity } from './import.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A certificate of a product; the file that proves it is one of the product's attachments. */
export interface ProductCertificate {
  name: string;
  number: string | null;
  issuer: string | null;
  country: string | null;
  validUntil: string | null;
  attachmentId: string | null;
}

/** A product as it is offered: names by language, terms, specification, certificates; every change of it is a version. */
@Entity('products')
@Check('products_lead_time_check', 'lead_time_days >= 0')
@Check('products_moq_check', 'moq > 0')
@Check('products_status_check', "status in ('draft', 'active', 'discontinued')")
@Check('products_version_check', 'version > 0')
@Check('products_weight_check', 'weight_grams > 0')
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], { name: 'products_import_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'products_workspace_id_fkey' })
@Unique('products_code_key', ['workspaceId', 'code'])
@Index('products_category_idx', ['workspaceId', 'category', 'code', 'id'])
@Index('products_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
@Index('products_list_idx', ['workspaceId', 'status', 'code', 'id'])
export class ProductEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'products_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'products_pkey' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('jsonb')
  names!: Record<string, string>;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('text', { default: 'active' })
  status!: 'draft' | 'active' | 'discontinued';

  @Column('text', { nullable: true })
  category!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text', { default: 'pcs' })
  unit!: string;

  @Column('integer', { nullable: true })
  moq!: number | null;

  @Column('integer', { nullable: true })
  leadTimeDays!: number | null;

  @Column('integer', { nullable: true })
  weightGrams!: number | null;

  @Column('char', { length: 2, nullable: true })
  originCountry!: string | null;

  @Column('text', { nullable: true })
  hsCode!: string | null;

  @Column('date', { nullable: true })
  launchedOn!: string | null;

  @Column('text', { array: true, default: [] })
  optionNames!: string[];

  @Column('jsonb', { default: [] })
  specs!: { name: string; value: string }[];

  @Column('jsonb', { default: [] })
  certificates!: ProductCertificate[];

  @Column('text', { default: '' })
  searchText!: string;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}

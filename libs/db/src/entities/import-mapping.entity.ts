import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** How the columns of files of one kind from one source are read, as somebody kept it. */
@Entity('import_mappings')
@ForeignKey(() => MemberEntity, ['workspaceId', 'updatedBy'], ['workspaceId', 'id'], {
  name: 'import_mappings_updated_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'import_mappings_workspace_id_fkey' })
@Unique('import_mappings_source_key', ['workspaceId', 'kind', 'source'])
@Index('import_mappings_updated_by_idx', ['workspaceId', 'updatedBy'], { where: 'updated_by IS NOT NULL' })
export class ImportMappingEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_mappings_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_mappings_pkey' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  source!: string;

  @Column('jsonb')
  columns!: object[];

  @Column('jsonb', { default: {} })
  options!: object;

  @Column('uuid', { nullable: true })
  updatedBy!: string | null;

  @Column('timestamptz')
  updatedAt!: Date;
}

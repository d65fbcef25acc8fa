import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ImportEntity } from './import.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A row as it was before an import changed it, kept so that the import can be undone. */
@Entity('import_changes')
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'import_changes_import_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'import_changes_workspace_id_fkey' })
@Unique('import_changes_row_key', ['workspaceId', 'importId', 'tableName', 'rowId'])
export class ImportChangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_changes_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_changes_pkey' })
  id!: string;

  @Column('uuid')
  importId!: string;

  @Column('text')
  tableName!: string;

  @Column('uuid')
  rowId!: string;

  @Column('jsonb')
  before!: object;
}

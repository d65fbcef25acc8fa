import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { ImportEntity } from './import.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A row of an imported file that needs somebody: bad, corrected, left out or failed. */
@Entity('import_rows')
@Check('import_rows_row_number_check', 'row_number > 0')
@Check('import_rows_state_check', "state in ('bad', 'corrected', 'left_out', 'failed')")
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'import_rows_import_fkey',
  onDelete: 'CASCADE',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'import_rows_workspace_id_fkey' })
@Unique('import_rows_number_key', ['workspaceId', 'importId', 'rowNumber'])
export class ImportRowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_rows_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_rows_pkey' })
  id!: string;

  @Column('uuid')
  importId!: string;

  @Column('integer')
  rowNumber!: number;

  @Column('jsonb')
  cells!: string[];

  @Column('jsonb', { default: [] })
  problems!: object[];

  @Column('text')
  state!: 'bad' | 'corrected' | 'left_out' | 'failed';
}

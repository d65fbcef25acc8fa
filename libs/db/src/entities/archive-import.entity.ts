import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** The zip of another workspace that is brought into an empty one. */
@Entity('archive_imports')
@Check('archive_imports_status_check', "status in ('reading', 'running', 'done', 'failed')")
@ForeignKey(() => MemberEntity, ['workspaceId', 'startedBy'], ['workspaceId', 'id'], {
  name: 'archive_imports_started_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'archive_imports_workspace_id_fkey' })
@Index('archive_imports_list_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('archive_imports_started_by_idx', ['workspaceId', 'startedBy'], { where: 'started_by IS NOT NULL' })
export class ArchiveImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'archive_imports_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'archive_imports_pkey' })
  id!: string;

  @Column('text')
  fileName!: string;

  @Column('bigint', { transformer: bigintColumn })
  sizeBytes!: bigint;

  @Column('text')
  status!: 'reading' | 'running' | 'done' | 'failed';

  @Column('text', { nullable: true })
  problemCode!: string | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('bigint', { transformer: bigintColumn, nullable: true })
  totalRows!: bigint | null;

  @Column('bigint', { transformer: bigintColumn, default: '0' })
  doneRows!: bigint;

  @Column('jsonb', { default: {} })
  counts!: Record<string, number>;

  @Column('uuid', { nullable: true })
  startedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}

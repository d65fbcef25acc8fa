import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { ChannelEntity } from './channel.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A file that is brought in: how it is read, where its job stands and what it came to. */
@Entity('imports')
@Check('imports_format_check', "format in ('csv', 'xlsx')")
@Check(
  'imports_kind_check',
  "kind in ('buyers', 'contacts', 'inquiries', 'orders', 'order_lines', 'products', 'knowledge')",
)
@Check('imports_source_check', 'length(btrim(source)) between 1 and 60')
@Check(
  'imports_status_check',
  "status in ('reading', 'mapping', 'checking', 'checked', 'running', 'done', 'failed', 'cancelled', 'undoing', 'undone')",
)
@ForeignKey(() => ChannelEntity, ['workspaceId', 'channelId'], ['workspaceId', 'id'], { name: 'imports_channel_fkey' })
@ForeignKey(() => MemberEntity, ['workspaceId', 'startedBy'], ['workspaceId', 'id'], {
  name: 'imports_started_by_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'undoneBy'], ['workspaceId', 'id'], { name: 'imports_undone_by_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'imports_workspace_id_fkey' })
@Index('imports_channel_idx', ['workspaceId', 'channelId'], { where: 'channel_id IS NOT NULL' })
@Index('imports_list_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('imports_started_by_idx', ['workspaceId', 'startedBy'], { where: 'started_by IS NOT NULL' })
@Index('imports_undone_by_idx', ['workspaceId', 'undoneBy'], { where: 'undone_by IS NOT NULL' })
export class ImportEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'imports_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'imports_pkey' })
  id!: string;

  @Column('text')
  kind!: 'buyers' | 'contacts' | 'inquiries' | 'orders' | 'order_lines' | 'products' | 'knowledge';

  @Column('text')
  source!: string;

  @Column('uuid', { nullable: true })
  channelId!: string | null;

  @Column('text')
  fileName!: string;

  @Column('bigint', { transformer: bigintColumn })
  sizeBytes!: bigint;

  @Column('bytea')
  sha256!: Buffer;

  @Column('text', { nullable: true })
  format!: 'csv' | 'xlsx' | null;

  @Column('jsonb', { default: {} })
  layout!: object;

  @Column('jsonb', { default: [] })
  mapping!: object[];

  @Column('jsonb', { default: {} })
  options!: object;

  @Column('text')
  status!:
    'reading' | 'mapping' | 'checking' | 'checked' | 'running' | 'done' | 'failed' | 'cancelled' | 'undoing' | 'undone';

  @Column('text', { nullable: true })
  problemCode!: string | null;

  @Column('text', { nullable: true })
  problem!: string | null;

  @Column('integer', { default: 1 })
  revision!: number;

  @Column('integer', { nullable: true })
  totalRows!: number | null;

  @Column('integer', { default: 0 })
  doneRows!: number;

  @Column('integer', { default: 0 })
  goodRows!: number;

  @Column('integer', { default: 0 })
  badRows!: number;

  @Column('integer', { default: 0 })
  createdRows!: number;

  @Column('integer', { default: 0 })
  updatedRows!: number;

  @Column('integer', { default: 0 })
  unchangedRows!: number;

  @Column('integer', { default: 0 })
  failedRows!: number;

  @Column('integer', { default: 0 })
  leftOutRows!: number;

  @Column('jsonb', { default: {} })
  preview!: object;

  /** Last row of the file that the present phase has committed. */
  @Column('integer', { default: 0 })
  position!: number;

  /** Where finishing or undoing stands. */
  @Column('jsonb', { default: {} })
  state!: object;

  /** When the upload was whole; null while it is still coming in. */
  @Column('timestamptz', { nullable: true })
  contentAt!: Date | null;

  @Column('uuid', { nullable: true })
  startedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  runAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;

  @Column('uuid', { nullable: true })
  undoneBy!: string | null;
}

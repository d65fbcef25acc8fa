import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { ImportEntity } from './import.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** An entry of the knowledge base that the assistant may cite. */
@Entity('knowledge_entries')
@Check('knowledge_entries_visibility_check', "visibility in ('public', 'internal')")
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], {
  name: 'knowledge_entries_import_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'knowledge_entries_workspace_id_fkey' })
@Unique('knowledge_entries_code_key', ['workspaceId', 'code'])
@Index('knowledge_entries_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
export class KnowledgeEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'knowledge_entries_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'knowledge_entries_pkey' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('text')
  category!: string;

  @Column('text')
  visibility!: 'public' | 'internal';

  @Column('boolean', { default: false })
  autoReply!: boolean;

  @Column('date', { nullable: true })
  validUntil!: string | null;

  @Column('text')
  title!: string;

  @Column('text', { nullable: true })
  titleKo!: string | null;

  @Column('text', { array: true, default: [] })
  questions!: string[];

  @Column('text')
  answer!: string;

  @Column('text')
  language!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}

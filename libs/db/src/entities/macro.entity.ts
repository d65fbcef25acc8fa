import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A prepared reply with variables, in one language or more. */
@Entity('macros')
@Check('macros_name_check', 'length(btrim(name)) between 1 and 80')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], {
  name: 'macros_created_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'macros_workspace_id_fkey' })
@Index('macros_name_key', { synchronize: false }) // with an expression, which TypeORM cannot say
@Index('macros_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
export class MacroEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'macros_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'macros_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  /** By language; the first is for every other language. */
  @Column('jsonb')
  texts!: { language: string; text: string }[];

  @Column('boolean', { default: false })
  asksForFiles!: boolean;

  @Column('integer', { default: 1 })
  version!: number;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;
}

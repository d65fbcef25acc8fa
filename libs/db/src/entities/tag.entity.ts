import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A free tag of the team. */
@Entity('tags')
@Check('tags_name_check', 'length(name) between 1 and 40')
@ForeignKey(() => MemberEntity, ['workspaceId', 'createdBy'], ['workspaceId', 'id'], { name: 'tags_created_by_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'tags_workspace_id_fkey' })
@Index('tags_created_by_idx', ['workspaceId', 'createdBy'], { where: 'created_by IS NOT NULL' })
@Index('tags_name_key', { synchronize: false }) // with an expression, which TypeORM cannot say
export class TagEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tags_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tags_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid', { nullable: true })
  createdBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

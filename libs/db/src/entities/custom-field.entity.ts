import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A field that the workspace has added to its buyers; the values are in buyers.custom, by its id. */
@Entity('custom_fields')
@Check('custom_fields_kind_check', "kind in ('text', 'number', 'date', 'choice')")
@Check('custom_fields_name_check', 'length(name) between 1 and 60')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'custom_fields_workspace_id_fkey' })
@Index('custom_fields_name_key', { synchronize: false }) // with an expression, which TypeORM cannot say
export class CustomFieldEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'custom_fields_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'custom_fields_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: 'text' | 'number' | 'date' | 'choice';

  @Column('jsonb', { default: [] })
  choices!: string[];

  @Column('integer')
  position!: number;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;
}

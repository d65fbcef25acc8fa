import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A role of a workspace: its permissions as data. */
@Entity('roles')
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'roles_workspace_id_fkey' })
@Unique('roles_key_key', ['workspaceId', 'key'])
export class RoleEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roles_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'roles_pkey' })
  id!: string;

  @Column('text')
  key!: string;

  @Column('text', { array: true })
  permissions!: string[];

  @Column('boolean', { default: false })
  ownRecordsOnly!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}

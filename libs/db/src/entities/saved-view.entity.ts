import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A filter of a screen that a member has named. */
@Entity('saved_views')
@Check('saved_views_name_check', 'length(btrim(name)) between 1 and 60')
@Check('saved_views_query_check', 'length(query) <= 2000')
@Check('saved_views_screen_check', "screen in ('buyers', 'pipeline', 'samples', 'inbox')")
@ForeignKey(() => MemberEntity, ['workspaceId', 'memberId'], ['workspaceId', 'id'], { name: 'saved_views_member_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'saved_views_workspace_id_fkey' })
@Index('saved_views_name_key', { synchronize: false }) // with an expression, which TypeORM cannot say
export class SavedViewEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_views_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'saved_views_pkey' })
  id!: string;

  @Column('uuid')
  memberId!: string;

  @Column('text')
  screen!: 'pipeline' | 'buyers' | 'samples' | 'inbox';

  @Column('text')
  name!: string;

  @Column('text')
  query!: string;

  @Column('boolean', { default: false })
  shared!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}

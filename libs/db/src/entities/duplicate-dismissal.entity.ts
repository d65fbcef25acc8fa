import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** Two buyers that somebody found not to be the same; the lower id first. */
@Entity('duplicate_dismissals')
@Check('duplicate_dismissals_order_check', 'buyer_id < other_id')
@ForeignKey(() => MemberEntity, ['workspaceId', 'dismissedBy'], ['workspaceId', 'id'], {
  name: 'duplicate_dismissals_dismissed_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'duplicate_dismissals_workspace_id_fkey' })
@Unique('duplicate_dismissals_pair_key', ['workspaceId', 'buyerId', 'otherId'])
@Index('duplicate_dismissals_dismissed_by_idx', ['workspaceId', 'dismissedBy'], { where: 'dismissed_by IS NOT NULL' })
@Index('duplicate_dismissals_other_idx', ['workspaceId', 'otherId'])
export class DuplicateDismissalEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duplicate_dismissals_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'duplicate_dismissals_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid')
  otherId!: string;

  @Column('uuid', { nullable: true })
  dismissedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}

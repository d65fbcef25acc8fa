import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A buyer merged into another, with what is needed to undo it. */
@Entity('buyer_merges')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'keptId'], ['workspaceId', 'id'], { name: 'buyer_merges_kept_fkey' })
@ForeignKey(() => MemberEntity, ['workspaceId', 'mergedBy'], ['workspaceId', 'id'], {
  name: 'buyer_merges_merged_by_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'undoneBy'], ['workspaceId', 'id'], {
  name: 'buyer_merges_undone_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyer_merges_workspace_id_fkey' })
@Index('buyer_merges_kept_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('buyer_merges_merged_by_idx', ['workspaceId', 'mergedBy'], { where: 'merged_by IS NOT NULL' })
@Index('buyer_merges_merged_idx', ['workspaceId', 'mergedId'])
@Index('buyer_merges_undone_by_idx', ['workspaceId', 'undoneBy'], { where: 'undone_by IS NOT NULL' })
export class BuyerMergeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_merges_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyer_merges_pkey' })
  id!: string;

  @Column('uuid')
  keptId!: string;

  @Column('uuid')
  mergedId!: string;

  @Column('jsonb')
  snapshot!: object;

  @Column('uuid', { nullable: true })
  mergedBy!: string | null;

  @Column('timestamptz')
  mergedAt!: Date;

  @Column('timestamptz')
  undoUntil!: Date;

  @Column('timestamptz', { nullable: true })
  undoneAt!: Date | null;

  @Column('uuid', { nullable: true })
  undoneBy!: string | null;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A step of a buyer in the pipeline, with the time spent in the stage it left. */
@Entity('stage_changes')
@Check(
  'stage_changes_cause_check',
  "cause in ('hand', 'undo', 'registered', 'sample_requested', 'quote_sent', 'orders', 'message', 'silence', 'merge')",
)
@Check('stage_changes_seconds_in_from_check', 'seconds_in_from >= 0')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], { name: 'stage_changes_buyer_fkey' })
@ForeignKey(() => MemberEntity, ['workspaceId', 'changedBy'], ['workspaceId', 'id'], {
  name: 'stage_changes_changed_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'stage_changes_workspace_id_fkey' })
@Index('stage_changes_buyer_idx', ['workspaceId', 'buyerId', 'changedAt', 'id'])
@Index('stage_changes_changed_by_idx', ['workspaceId', 'changedBy'], { where: 'changed_by IS NOT NULL' })
@Index('stage_changes_to_idx', ['workspaceId', 'toStage', 'changedAt'])
export class StageChangeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stage_changes_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'stage_changes_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('text', { nullable: true })
  fromStage!: string | null;

  @Column('text')
  toStage!: string;

  @Column('text')
  cause!:
    'hand' | 'undo' | 'registered' | 'sample_requested' | 'quote_sent' | 'orders' | 'message' | 'silence' | 'merge';

  @Column('uuid', { nullable: true })
  changedBy!: string | null;

  @Column('timestamptz')
  changedAt!: Date;

  @Column('bigint', { transformer: bigintColumn, nullable: true })
  secondsInFrom!: bigint | null;
}

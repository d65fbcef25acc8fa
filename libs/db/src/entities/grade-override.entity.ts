import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { BuyerEntity } from './buyer.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A person's grade for a buyer in place of the computed one, until it is ended. */
@Entity('grade_overrides')
@Check('grade_overrides_computed_grade_check', "computed_grade in ('A', 'B', 'C')")
@Check('grade_overrides_grade_check', "grade in ('A', 'B', 'C')")
@Check('grade_overrides_reason_check', 'length(btrim(reason)) between 1 and 1000')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], {
  name: 'grade_overrides_buyer_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'endedBy'], ['workspaceId', 'id'], {
  name: 'grade_overrides_ended_by_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'setBy'], ['workspaceId', 'id'], {
  name: 'grade_overrides_set_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'grade_overrides_workspace_id_fkey' })
@Index('grade_overrides_active_key', ['workspaceId', 'buyerId'], { unique: true, where: 'ended_at IS NULL' })
@Index('grade_overrides_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('grade_overrides_ended_by_idx', ['workspaceId', 'endedBy'], { where: 'ended_by IS NOT NULL' })
@Index('grade_overrides_review_idx', ['workspaceId', 'reviewOn', 'id'], { where: 'ended_at IS NULL' })
@Index('grade_overrides_set_by_idx', ['workspaceId', 'setBy'], { where: 'set_by IS NOT NULL' })
export class GradeOverrideEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'grade_overrides_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'grade_overrides_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('char', { length: 1 })
  grade!: 'A' | 'B' | 'C';

  @Column('char', { length: 1 })
  computedGrade!: 'A' | 'B' | 'C';

  @Column('text')
  reason!: string;

  @Column('date')
  reviewOn!: string;

  @Column('uuid', { nullable: true })
  setBy!: string | null;

  @Column('timestamptz')
  setAt!: Date;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('uuid', { nullable: true })
  endedBy!: string | null;
}

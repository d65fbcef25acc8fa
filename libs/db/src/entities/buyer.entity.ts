import type { GradeResult } from '@dangol/crm';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { ImportEntity } from './import.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A company or person abroad who asks or orders. */
@Entity('buyers')
@Check('buyers_annual_purchase_minor_check', 'annual_purchase_minor >= 0')
@Check('buyers_computed_grade_check', "computed_grade in ('A', 'B', 'C')")
@Check('buyers_employees_check', 'employees >= 0')
@Check('buyers_grade_check', "grade in ('A', 'B', 'C')")
@Check('buyers_platform_level_check', "platform_level in ('L1', 'L2', 'L3', 'L4')")
@Check('buyers_stage_check', "stage in ('new', 'qualified', 'sampling', 'quoted', 'first_order', 'repeat', 'dormant')")
@ForeignKey(() => MemberEntity, ['workspaceId', 'ownerId'], ['workspaceId', 'id'], { name: 'buyers_owner_fkey' })
@ForeignKey(() => ImportEntity, ['workspaceId', 'importId'], ['workspaceId', 'id'], { name: 'buyers_import_fkey' })
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'buyers_workspace_id_fkey' })
@Index('buyers_list_idx', ['workspaceId', 'gradeRank', 'levelRank', 'id'])
@Index('buyers_name_idx', { synchronize: false }) // with an expression, which TypeORM cannot say
@Index('buyers_owner_idx', ['workspaceId', 'ownerId'], { where: 'owner_id IS NOT NULL' })
@Index('buyers_stage_idx', ['workspaceId', 'stage', 'gradeRank', 'levelRank', 'id'])
@Index('buyers_import_idx', ['workspaceId', 'importId'], { where: 'import_id IS NOT NULL' })
export class BuyerEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyers_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'buyers_pkey' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  company!: string | null;

  @Column('char', { length: 2, nullable: true })
  country!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  @Column('integer', { nullable: true })
  employees!: number | null;

  @Column('bigint', { transformer: bigintColumn, nullable: true })
  annualPurchaseMinor!: bigint | null;

  @Column('text', { nullable: true })
  companyType!: string | null;

  @Column('text', { nullable: true })
  webSite!: string | null;

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Column('char', { length: 1, nullable: true })
  grade!: 'A' | 'B' | 'C' | null;

  @Column('smallint', { default: 4 })
  gradeRank!: number;

  @Column('char', { length: 2, nullable: true })
  platformLevel!: 'L1' | 'L2' | 'L3' | 'L4' | null;

  @Column('smallint', { default: 5 })
  levelRank!: number;

  @Column('jsonb', { nullable: true })
  grading!: GradeResult | null;

  @Column('integer', { nullable: true })
  gradingRulesVersion!: number | null;

  @Column('timestamptz', { nullable: true })
  gradedAt!: Date | null;

  @Column('integer', { default: 0 })
  orderCount!: number;

  @Column('timestamptz', { nullable: true })
  firstOrderAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastOrderAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastContactAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('text', { default: 'new' })
  stage!: 'new' | 'qualified' | 'sampling' | 'quoted' | 'first_order' | 'repeat' | 'dormant';

  @Column('timestamptz')
  stageSince!: Date;

  @Column('char', { length: 1, nullable: true })
  computedGrade!: 'A' | 'B' | 'C' | null;

  @Column('numeric', { precision: 5, scale: 2, nullable: true })
  score!: string | null;

  @Column('boolean', { default: false })
  provisional!: boolean;

  @Column('text', { nullable: true })
  timeZone!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('jsonb', { default: [] })
  links!: { label: string; url: string }[];

  @Column('jsonb', { default: {} })
  custom!: Record<string, string | number>;

  @Column('text', { default: '' })
  searchText!: string;

  @Column('bigint', { transformer: bigintColumn, default: '0' })
  paidYearMinor!: bigint;

  @Column('bigint', { transformer: bigintColumn, default: '0' })
  paidTotalMinor!: bigint;

  @Column('integer', { nullable: true })
  usualGapDays!: number | null;

  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;

  @Column('bigint', { transformer: bigintColumn, nullable: true })
  gradedFacts!: bigint | null;

  @Column('uuid', { nullable: true })
  importId!: string | null;
}

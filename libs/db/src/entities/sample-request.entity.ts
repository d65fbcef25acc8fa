import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { bigintColumn } from './bigint-column.ts';
import { BuyerEntity } from './buyer.entity.ts';
import { ConversationEntity } from './conversation.entity.ts';
import { MemberEntity } from './member.entity.ts';
import { OrderEntity } from './order.entity.ts';
import { SamplePolicyEntity } from './sample-policy.entity.ts';
import { WorkspaceEntity } from './workspace.entity.ts';

/** A sample for a buyer: its cost and shares as frozen at the request, its stage, and the order that it led to. */
@Entity('sample_requests')
@Check('sample_requests_base_cost_minor_check', 'base_cost_minor >= 0')
@Check('sample_requests_base_rate_check', 'base_rate > 0')
@Check('sample_requests_buyer_share_percent_check', 'buyer_share_percent between 0 and 100')
@Check('sample_requests_cost_check', 'buyer_pays_minor + seller_pays_minor = cost_minor')
@Check('sample_requests_cost_minor_check', 'cost_minor >= 0')
@Check('sample_requests_courier_minor_check', 'courier_minor >= 0')
@Check('sample_requests_goods_minor_check', 'goods_minor >= 0')
@Check('sample_requests_grade_at_request_check', "grade_at_request in ('A', 'B', 'C')")
@Check('sample_requests_kind_check', "kind in ('evaluation', 'growth')")
@Check('sample_requests_policy_share_percent_check', 'policy_share_percent between 0 and 100')
@Check('sample_requests_purpose_check', 'length(btrim(purpose)) between 1 and 1000')
@Check(
  'sample_requests_stage_check',
  "stage in ('requested', 'approved', 'sent', 'arrived', 'feedback', 'converted', 'dropped')",
)
@Check('sample_requests_success_test_check', 'length(btrim(success_test)) between 1 and 1000')
@ForeignKey(() => BuyerEntity, ['workspaceId', 'buyerId'], ['workspaceId', 'id'], {
  name: 'sample_requests_buyer_fkey',
})
@ForeignKey(() => ConversationEntity, ['workspaceId', 'conversationId'], ['workspaceId', 'id'], {
  name: 'sample_requests_conversation_fkey',
})
@ForeignKey(() => OrderEntity, ['workspaceId', 'orderId'], ['workspaceId', 'id'], {
  name: 'sample_requests_order_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'overriddenBy'], ['workspaceId', 'id'], {
  name: 'sample_requests_overridden_by_fkey',
})
@ForeignKey(() => SamplePolicyEntity, ['workspaceId', 'policyId'], ['workspaceId', 'id'], {
  name: 'sample_requests_policy_fkey',
})
@ForeignKey(() => MemberEntity, ['workspaceId', 'requestedBy'], ['workspaceId', 'id'], {
  name: 'sample_requests_requested_by_fkey',
})
@ForeignKey(() => WorkspaceEntity, ['workspaceId'], ['id'], { name: 'sample_requests_workspace_id_fkey' })
@Index('sample_requests_buyer_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('sample_requests_conversation_idx', ['workspaceId', 'conversationId'], { where: 'conversation_id IS NOT NULL' })
@Index('sample_requests_order_idx', ['workspaceId', 'orderId'], { where: 'order_id IS NOT NULL' })
@Index('sample_requests_overridden_by_idx', ['workspaceId', 'overriddenBy'], { where: 'overridden_by IS NOT NULL' })
@Index('sample_requests_policy_idx', ['workspaceId', 'policyId'])
@Index('sample_requests_requested_by_idx', ['workspaceId', 'requestedBy'], { where: 'requested_by IS NOT NULL' })
@Index('sample_requests_requested_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
@Index('sample_requests_stage_idx', { synchronize: false }) // with a descending column, which TypeORM cannot say
export class SampleRequestEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sample_requests_pkey' })
  workspaceId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sample_requests_pkey' })
  id!: string;

  @Column('uuid')
  buyerId!: string;

  @Column('uuid', { nullable: true })
  conversationId!: string | null;

  @Column('text', { default: 'evaluation' })
  kind!: 'evaluation' | 'growth';

  @Column('jsonb')
  items!: { description: string; quantity: number; amountMinor: string }[];

  @Column('text')
  purpose!: string;

  @Column('text')
  successTest!: string;

  @Column('text', { nullable: true })
  result!: string | null;

  @Column('char', { length: 3 })
  currency!: string;

  @Column('bigint', { transformer: bigintColumn })
  goodsMinor!: bigint;

  @Column('bigint', { transformer: bigintColumn })
  courierMinor!: bigint;

  @Column('bigint', { transformer: bigintColumn })
  costMinor!: bigint;

  @Column('char', { length: 3 })
  baseCurrency!: string;

  @Column('numeric', { precision: 20, scale: 10 })
  baseRate!: string;

  @Column('bigint', { transformer: bigintColumn })
  baseCostMinor!: bigint;

  @Column('char', { length: 1, nullable: true })
  gradeAtRequest!: 'A' | 'B' | 'C' | null;

  @Column('integer', { nullable: true })
  gradingRulesVersion!: number | null;

  @Column('uuid')
  policyId!: string;

  @Column('integer')
  buyerSharePercent!: number;

  @Column('bigint', { transformer: bigintColumn })
  buyerPaysMinor!: bigint;

  @Column('bigint', { transformer: bigintColumn })
  sellerPaysMinor!: bigint;

  @Column('text', { nullable: true })
  overrideReason!: string | null;

  @Column('uuid', { nullable: true })
  overriddenBy!: string | null;

  @Column('timestamptz', { nullable: true })
  overriddenAt!: Date | null;

  @Column('integer')
  policySharePercent!: number;

  @Column('text')
  stage!: 'requested' | 'approved' | 'sent' | 'arrived' | 'feedback' | 'converted' | 'dropped';

  @Column('timestamptz')
  stageSince!: Date;

  @Column('timestamptz')
  requestedAt!: Date;

  @Column('timestamptz', { nullable: true })
  approvedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  arrivedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  feedbackAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  convertedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  droppedAt!: Date | null;

  @Column('text', { nullable: true })
  dropReason!: string | null;

  @Column('uuid', { nullable: true })
  orderId!: string | null;

  @Column('uuid', { nullable: true })
  requestedBy!: string | null;
}

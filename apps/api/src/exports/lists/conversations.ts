import { InboxFilter, inboxStatement } from '../../inbox/index.ts';
import { flag, instant, money, number, text, word } from '../export-column.ts';
import { exportList } from '../export-list.ts';
import {
  CONVERSATION_STATES,
  DELIVERY_STATES,
  DIRECTIONS,
  PLATFORMS,
  SAMPLE_KINDS,
  SAMPLE_STAGES,
  STAGES,
  words,
} from '../wording.ts';
import { BoardFilter, BoardGroup, boardConditions } from '../../pipeline/index.ts';
import { maySeeContacts } from '../../platform/permissions/field-permissions.ts';
import { SampleFilter, samplesStatement } from '../../samples/index.ts';

/** Conversations of a list of the inbox, in its order. */
export const INBOX = exportList<InboxFilter>({
  key: 'inbox',
  name: words('문의함', 'inbox'),
  allow: 'inbox:read',
  filter: { type: 'InboxFilter', of: InboxFilter },
  async rows({ ctx, filter, now }) {
    const { sql, params } = inboxStatement(ctx.workspaceId, filter, ctx.member?.id ?? null, now);
    return {
      from: `(${sql}) r`,
      params,
      columns: [
        text('바이어', 'Buyer', 'r."buyerName"'),
        text('회사', 'Company', 'r."buyerCompany"'),
        text('국가', 'Country', 'r."buyerCountry"'),
        text('등급', 'Grade', 'r.grade'),
        text('플랫폼 레벨', 'Platform level', 'r."platformLevel"'),
        text('제목', 'Subject', 'r.subject'),
        word('상태', 'Status', 'r.status', CONVERSATION_STATES),
        flag('급함', 'Urgent', 'r.urgent'),
        instant('기다린 시각', 'Waiting since', 'r."waitingSince"'),
        instant('답변 기한', 'Due', 'r."dueAt"'),
        instant('마지막 메시지', 'Last message', 'r."lastMessageAt"'),
        word('마지막 방향', 'Last direction', 'r."lastDirection"', DIRECTIONS),
        number('메시지 수', 'Messages', 'r."messageCount"'),
        text('미리보기', 'Preview', 'r.preview'),
        text('채널', 'Channel', 'r."channelName"'),
        word('플랫폼', 'Platform', 'r."channelPlatform"', PLATFORMS),
        text('담당자', 'Assignee', 'r."assigneeName"'),
        text('ID', 'ID', 'r.id::text'),
      ],
    };
  },
});

/** Deliveries that wait for a person, newest first; without their bodies, which nobody has read yet. */
export const EXCEPTIONS = exportList({
  key: 'exceptions',
  name: words('수신-예외', 'exceptions'),
  allow: 'exception:read',
  async rows({ ctx }) {
    return {
      from: `inbound_messages m join channels ch on ch.workspace_id = $1 and ch.id = m.channel_id
        where m.workspace_id = $1 and m.status in ('failed', 'rejected') order by m.received_at desc, m.id desc`,
      params: [ctx.workspaceId],
      columns: [
        instant('받은 시각', 'Received', 'm.received_at'),
        text('채널', 'Channel', 'ch.name'),
        text('외부 ID', 'External ID', 'm.external_id'),
        word('상태', 'Status', 'm.status', DELIVERY_STATES),
        text('문제 코드', 'Problem code', 'm.problem_code'),
        text('문제', 'Problem', 'm.problem'),
        number('시도', 'Attempts', 'm.attempts'),
      ],
    };
  },
});

/** Samples, newest first. */
export const SAMPLES = exportList<SampleFilter>({
  key: 'samples',
  name: words('샘플', 'samples'),
  allow: 'sample:read',
  filter: { type: 'SampleFilter', of: SampleFilter },
  async rows({ ctx, filter }) {
    const { sql, params } = samplesStatement(ctx.workspaceId, filter);
    return {
      from: `(${sql}) s join buyers b on b.workspace_id = $1 and b.id = s.buyer_id
        left join members m on m.workspace_id = $1 and m.id = s.requested_by
        left join orders n on n.workspace_id = $1 and n.id = s.order_id
        order by s.requested_at desc, s.id desc`,
      params,
      columns: [
        text('바이어', 'Buyer', 'b.name'),
        text('회사', 'Company', 'b.company'),
        text('국가', 'Country', 'b.country'),
        text('요청 때 등급', 'Grade at request', 's.grade_at_request'),
        word('종류', 'Kind', 's.kind', SAMPLE_KINDS),
        text('품목', 'Items', ITEMS),
        text('목적', 'Purpose', 's.purpose'),
        text('성공 기준', 'Success test', 's.success_test'),
        text('결과', 'Result', 's.result'),
        word('단계', 'Stage', 's.stage', SAMPLE_STAGES),
        instant('단계 시작', 'In stage since', 's.stage_since'),
        text('중단 이유', 'Drop reason', 's.drop_reason'),
        text('통화', 'Currency', 's.currency', { needs: 'money:read' }),
        money('제품', 'Goods', 's.goods_minor', 's.currency'),
        money('배송', 'Courier', 's.courier_minor', 's.currency'),
        money('비용', 'Cost', 's.cost_minor', 's.currency'),
        number('바이어 부담(%)', "Buyer's share (%)", 's.buyer_share_percent'),
        money('바이어 부담', 'Buyer pays', 's.buyer_pays_minor', 's.currency'),
        money('우리 부담', 'We pay', 's.seller_pays_minor', 's.currency'),
        text('부담률 변경 이유', 'Reason for another share', 's.override_reason'),
        instant('요청', 'Requested', 's.requested_at'),
        text('요청한 사람', 'Requested by', 'm.name'),
        instant('승인', 'Approved', 's.approved_at'),
        instant('발송', 'Sent', 's.sent_at'),
        instant('도착', 'Arrived', 's.arrived_at'),
        instant('의견 받음', 'Feedback', 's.feedback_at'),
        instant('주문 전환', 'Converted', 's.converted_at'),
        instant('중단', 'Dropped', 's.dropped_at'),
        text('주문 번호', 'Order', 'n.external_id'),
      ],
    };
  },
});

const ITEMS = `(select string_agg(concat(i.value ->> 'quantity', ' × ', i.value ->> 'name'), '; ' order by i.ordinality)
  from jsonb_array_elements(s.items) with ordinality i)`;

const STAGE_PLACE = `array_position('{new,qualified,sampling,quoted,first_order,repeat,dormant}'::text[], b.stage)`;

/** Cards of the board, column by column: who waits first, then grade and level. */
export const PIPELINE = exportList<BoardFilter>({
  key: 'pipeline',
  name: words('파이프라인', 'pipeline'),
  allow: 'buyer:read',
  filter: { type: 'BoardFilter', of: BoardFilter },
  async rows({ ctx, filter, query }) {
    const conditions = boardConditions(filter, maySeeContacts(ctx), 2);
    const column = query['group'] === BoardGroup.GRADE.toUpperCase() ? 'b.grade_rank' : STAGE_PLACE;
    return {
      from: `buyers b left join members o on o.workspace_id = $1 and o.id = b.owner_id
        left join (select c.buyer_id, min(c.due_at) as due_at from conversations c
          where c.workspace_id = $1 and c.status = 'waiting' and c.due_at is not null group by c.buyer_id) waiting on waiting.buyer_id = b.id
        where b.workspace_id = $1 ${conditions.sql}
        order by ${column}, waiting.due_at, b.grade_rank, b.level_rank, b.id`,
      params: [ctx.workspaceId, ...conditions.params],
      columns: [
        word('단계', 'Stage', 'b.stage', STAGES),
        text('등급', 'Grade', 'b.grade'),
        text('바이어', 'Buyer', 'b.name'),
        text('회사', 'Company', 'b.company'),
        text('국가', 'Country', 'b.country'),
        text('플랫폼 레벨', 'Platform level', 'b.platform_level'),
        instant('단계 시작', 'In stage since', 'b.stage_since'),
        text('담당자', 'Owner', 'o.name'),
        instant('답변 기한', 'Reply due', 'waiting.due_at'),
        word('진행 중인 샘플', 'Open sample', OPEN_SAMPLE, SAMPLE_STAGES),
        number('결제한 주문', 'Paid orders', 'b.order_count'),
        money('최근 12개월 결제액', 'Paid in the last 12 months', 'b.paid_year_minor', 'base'),
        text('바이어 ID', 'Buyer ID', 'b.id::text'),
      ],
    };
  },
});

const OPEN_SAMPLE = `(select s.stage from sample_requests s where s.workspace_id = $1 and s.buyer_id = b.id
  and s.stage not in ('converted', 'dropped') order by s.requested_at desc, s.id limit 1)`;

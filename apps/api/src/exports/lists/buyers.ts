import { BuyerFilter, buyersStatement } from '../../buyers/index.ts';
import { date, flag, instant, money, number, text, word, type ExportColumn } from '../export-column.ts';
import { exportList, type AskedList } from '../export-list.ts';
import { ADJUSTMENT_KINDS, COMPANY_TYPES, ORDER_STATES, STAGES, words } from '../wording.ts';

const filter = { type: 'BuyerFilter', of: BuyerFilter };

/** The buyers of the list as the screen finds them, and what names their tables in the statement. */
async function found({ database, ctx, filter: asked, query, now }: AskedList<BuyerFilter>) {
  return buyersStatement(database, ctx, { filter: asked, search: query['search'] ?? null }, now);
}

const RULE_TAG = { repeat: words('재구매', 'Repeat'), firstOrder: words('첫 거래', 'First order') };

/** Names of the workspace's own fields, in both languages the same. */
async function customColumns({ database, ctx }: AskedList<BuyerFilter>): Promise<ExportColumn[]> {
  const fields = await database.query<{ id: string; name: string; kind: string }>(
    ctx,
    `select id, name, kind from custom_fields where workspace_id = $1 and archived_at is null order by position, id`,
    [ctx.workspaceId],
  );
  return fields.map(({ id, name, kind }) => {
    const value = `b.custom ->> '${id}'`; // a UUID of the database
    return kind === 'number' ? number(name, name, value) : text(name, name, value);
  });
}

/** Buyers, one row each. */
export const BUYERS = exportList<BuyerFilter>({
  key: 'buyers',
  name: words('바이어', 'buyers'),
  allow: 'buyer:read',
  filter,
  async rows(asked) {
    const { sql, params } = await found(asked);
    return {
      from: `(${sql}) page join buyers b on b.workspace_id = $1 and b.id = page.id
        left join members o on o.workspace_id = $1 and o.id = b.owner_id
        order by b.grade_rank, b.level_rank, b.id`,
      params,
      columns: [
        text('이름', 'Name', 'b.name'),
        text('회사', 'Company', 'b.company'),
        text('국가', 'Country', 'b.country'),
        text('언어', 'Language', 'b.language'),
        text('시간대', 'Time zone', 'b.time_zone'),
        text('등급', 'Grade', 'b.grade'),
        text('계산된 등급', 'Computed grade', 'b.computed_grade'),
        number('점수', 'Score', 'b.score'),
        text('플랫폼 레벨', 'Platform level', 'b.platform_level'),
        word('단계', 'Stage', 'b.stage', STAGES),
        instant('단계 시작', 'In stage since', 'b.stage_since'),
        text('담당자', 'Owner', 'o.name'),
        word('규칙 태그', 'Tag by rule', RULE_TAG_SQL, RULE_TAG),
        text('태그', 'Tags', FREE_TAGS_SQL),
        flag('답변 대기', 'Waits for us', WAITING_SQL),
        number('결제한 주문', 'Paid orders', 'b.order_count'),
        money('최근 12개월 결제액', 'Paid in the last 12 months', 'b.paid_year_minor', 'base'),
        money('총 결제액', 'Paid total', 'b.paid_total_minor', 'base'),
        instant('첫 주문', 'First order', 'b.first_order_at'),
        instant('마지막 주문', 'Last order', 'b.last_order_at'),
        number('평소 주문 주기(일)', 'Usual gap (days)', 'b.usual_gap_days'),
        instant('마지막 연락', 'Last contact', 'b.last_contact_at'),
        word('회사 종류', 'Company type', 'b.company_type', COMPANY_TYPES),
        number('직원 수', 'Employees', 'b.employees'),
        money('연간 구매액', 'Annual purchase', 'b.annual_purchase_minor', 'base'),
        text('홈페이지', 'Web site', 'b.web_site'),
        text('주소', 'Address', 'b.address', { needs: 'contact:read' }),
        text('이메일', 'E-mail', contactList('email'), { needs: 'contact:read' }),
        text('전화번호', 'Telephone', contactList('phone'), { needs: 'contact:read' }),
        ...(await customColumns(asked)),
        instant('등록', 'Registered', 'b.created_at'),
        text('ID', 'ID', 'b.id::text'),
      ],
    };
  },
});

const RULE_TAG_SQL = `case when b.order_count >= 2 then 'repeat' when b.order_count = 1 then 'firstOrder' end`;
const FREE_TAGS_SQL = `(select string_agg(t.name, ', ' order by lower(t.name)) from buyer_tags bt
  join tags t on t.workspace_id = $1 and t.id = bt.tag_id where bt.workspace_id = $1 and bt.buyer_id = b.id)`;
const WAITING_SQL = `exists (select from conversations c where c.workspace_id = $1 and c.buyer_id = b.id and c.status = 'waiting')`;

function contactList(column: 'email' | 'phone'): string {
  return `(select string_agg(k.${column}, ', ' order by k.created_at, k.id) from buyer_contacts k
    where k.workspace_id = $1 and k.buyer_id = b.id and k.${column} is not null)`;
}

/** People of the buyers of the list, one row each. */
export const CONTACTS = exportList<BuyerFilter>({
  key: 'contacts',
  name: words('연락처', 'contacts'),
  allow: 'contact:read',
  filter,
  async rows(asked) {
    const { sql, params } = await found(asked);
    return {
      from: `(${sql}) page join buyers b on b.workspace_id = $1 and b.id = page.id
        join buyer_contacts k on k.workspace_id = $1 and k.buyer_id = b.id
        order by b.grade_rank, b.level_rank, b.id, k.created_at, k.id`,
      params,
      columns: [
        text('바이어', 'Buyer', 'b.name'),
        text('회사', 'Company', 'b.company'),
        text('이름', 'Name', 'k.name'),
        text('이메일', 'E-mail', 'k.email'),
        text('전화번호', 'Telephone', 'k.phone'),
        text('언어', 'Language', 'k.language'),
        text('시간대', 'Time zone', 'k.time_zone'),
        instant('등록', 'Added', 'k.created_at'),
        text('바이어 ID', 'Buyer ID', 'b.id::text'),
      ],
    };
  },
});

/** Orders of the buyers of the list with what was taken back later, one row each, newest first. */
export const ORDERS = exportList<BuyerFilter>({
  key: 'orders',
  name: words('주문', 'orders'),
  allow: 'buyer:read',
  filter,
  async rows(asked) {
    const { sql, params } = await found(asked);
    return {
      from: `(
          select o.id, 'order' as kind, o.buyer_id, o.external_id, o.state, o.placed_at as at, o.paid_at, o.cancelled_at, o.currency, o.total_minor,
            o.base_total_minor, o.is_sample, o.country, o.channel_id, o.external_id as order_number
          from orders o where o.workspace_id = $1
          union all
          select a.id, a.kind, a.buyer_id, a.external_id, null, a.at, null, null, a.currency, a.amount_minor, null, null, null, null, o.external_id
          from order_adjustments a left join orders o on o.workspace_id = $1 and o.id = a.order_id where a.workspace_id = $1) r
        join buyers b on b.workspace_id = $1 and b.id = r.buyer_id
        left join channels ch on ch.workspace_id = $1 and ch.id = r.channel_id
        where r.buyer_id in (${sql}) order by r.at desc, r.id desc`,
      params,
      columns: [
        text('번호', 'Number', 'r.external_id'),
        word('종류', 'Kind', 'r.kind', ADJUSTMENT_KINDS),
        text('주문 번호', 'Of order', 'r.order_number'),
        text('바이어', 'Buyer', 'b.name'),
        text('회사', 'Company', 'b.company'),
        text('국가', 'Country', 'coalesce(r.country, b.country)'),
        text('채널', 'Channel', 'ch.name'),
        word('상태', 'State', 'r.state', ORDER_STATES),
        flag('샘플', 'Sample', 'r.is_sample'),
        instant('주문일', 'Placed', 'r.at'),
        instant('결제일', 'Paid', 'r.paid_at'),
        instant('취소일', 'Cancelled', 'r.cancelled_at'),
        text('통화', 'Currency', 'r.currency', { needs: 'money:read' }),
        money('금액', 'Total', 'r.total_minor', 'r.currency'),
        money('기준 통화 금액', 'Total converted', 'r.base_total_minor', 'base'),
        text('바이어 ID', 'Buyer ID', 'b.id::text'),
      ],
    };
  },
});

/** Lines of the orders of the buyers of the list. */
export const ORDER_LINES = exportList<BuyerFilter>({
  key: 'order-lines',
  name: words('주문-품목', 'order-lines'),
  allow: 'buyer:read',
  filter,
  async rows(asked) {
    const { sql, params } = await found(asked);
    return {
      from: `orders o join order_lines l on l.workspace_id = $1 and l.order_id = o.id
        join buyers b on b.workspace_id = $1 and b.id = o.buyer_id
        where o.workspace_id = $1 and o.buyer_id in (${sql}) order by o.placed_at desc, o.id desc, l.line_number`,
      params,
      columns: [
        text('주문 번호', 'Order', 'o.external_id'),
        date('주문일', 'Placed on', `(o.placed_at at time zone '${asked.place.timeZone}')`),
        text('바이어', 'Buyer', 'b.name'),
        number('줄', 'Line', 'l.line_number'),
        text('품번', 'SKU', 'l.sku'),
        text('내용', 'Description', 'l.description'),
        number('주문 수량', 'Ordered', 'l.ordered'),
        number('취소 수량', 'Cancelled', 'l.cancelled'),
        number('발송 수량', 'Shipped', 'l.shipped'),
        number('배송완료 수량', 'Delivered', 'l.delivered'),
        number('반품 수량', 'Returned', 'l.returned'),
        text('통화', 'Currency', 'o.currency', { needs: 'money:read' }),
        money('단가', 'Unit price', 'l.unit_price_minor', 'o.currency'),
        money('금액', 'Total', 'l.total_minor', 'o.currency'),
      ],
    };
  },
});

import { KnowledgeFilter, knowledgeStatement } from '../../knowledge/index.ts';
import { ProductFilter, productsStatement } from '../../products/index.ts';
import { date, flag, instant, money, number, text, word } from '../export-column.ts';
import { exportList } from '../export-list.ts';
import { PRODUCT_STATES, VISIBILITY, words } from '../wording.ts';

const OPTIONS = `(select string_agg(concat(o.key, ': ', o.value), '; ' order by array_position(p.option_names, o.key), o.key) from jsonb_each_text(v.options) o)`;
const NAMES = `(select string_agg(concat(n.key, ': ', n.value), '; ' order by n.key) from jsonb_each_text(p.names) n)`;
const SPECS = `(select string_agg(concat(s ->> 'name', ': ', s ->> 'value'), '; ') from jsonb_array_elements(p.specs) s)`;
const CERTIFICATES = `(select string_agg(concat_ws(' ', c ->> 'name', c ->> 'number'), '; ') from jsonb_array_elements(p.certificates) c)`;

/** Products, one row for each variant and each of its price tiers; a product without them has one row. */
export const PRODUCTS = exportList<ProductFilter>({
  key: 'products',
  name: words('상품', 'products'),
  allow: 'product:read',
  filter: { type: 'ProductFilter', of: ProductFilter },
  async rows({ ctx, filter, now }) {
    const { sql, params } = productsStatement(ctx, filter, now);
    return {
      from: `(${sql}) r join products p on p.workspace_id = $1 and p.id = r.id
        left join product_variants v on v.workspace_id = $1 and v.product_id = p.id
        left join product_prices t on t.workspace_id = $1 and t.product_id = p.id and (t.variant_id is null or t.variant_id = v.id)
        order by p.code, p.id, v.position, v.id, t.currency, t.country nulls first, t.min_quantity, t.id`,
      params,
      columns: [
        text('코드', 'Code', 'p.code'),
        text('이름', 'Name', 'r.name'),
        text('모든 이름', 'All names', NAMES),
        word('상태', 'Status', 'p.status', PRODUCT_STATES),
        text('분류', 'Category', 'p.category'),
        text('단위', 'Unit', 'p.unit'),
        text('설명', 'Description', 'p.description'),
        number('최소주문수량', 'MOQ', 'p.moq'),
        number('리드타임(일)', 'Lead time (days)', 'p.lead_time_days'),
        number('무게(g)', 'Weight (g)', 'p.weight_grams'),
        text('원산지', 'Origin', 'p.origin_country'),
        text('HS 코드', 'HS code', 'p.hs_code'),
        date('출시일', 'Launched on', 'p.launched_on'),
        text('사양', 'Specification', SPECS),
        text('인증', 'Certificates', CERTIFICATES),
        text('품번', 'SKU', 'v.sku'),
        text('옵션', 'Options', OPTIONS),
        word('옵션 상태', 'Variant status', 'v.status', PRODUCT_STATES),
        number('옵션 최소주문수량', 'Variant MOQ', 'v.moq'),
        number('옵션 리드타임(일)', 'Variant lead time (days)', 'v.lead_time_days'),
        number('옵션 무게(g)', 'Variant weight (g)', 'v.weight_grams'),
        text('바코드', 'Bar code', 'v.barcode'),
        text('원가 통화', 'Cost currency', 'v.cost_currency', { needs: 'money:read' }),
        money('원가', 'Cost', 'v.cost_minor', 'v.cost_currency'),
        text('통화', 'Currency', 't.currency'),
        text('국가', 'Country', 't.country'),
        number('수량부터', 'From quantity', 't.min_quantity'),
        money('단가', 'Unit price', 't.unit_price_minor', 't.currency', {}),
        date('가격 유효일', 'Price valid until', 't.valid_until'),
      ],
    };
  },
});

/** Entries of the knowledge base, by code. */
export const KNOWLEDGE = exportList<KnowledgeFilter>({
  key: 'knowledge',
  name: words('지식', 'knowledge'),
  allow: 'knowledge:read',
  filter: { type: 'KnowledgeFilter', of: KnowledgeFilter },
  async rows({ ctx, filter, now }) {
    const { sql, params } = knowledgeStatement(ctx, filter, now);
    return {
      from: `(${sql}) r`,
      params,
      columns: [
        text('코드', 'Code', 'r.code'),
        text('분류', 'Category', 'r.category'),
        text('제목', 'Title', 'r.title'),
        text('한국어 제목', 'Title in Korean', 'r."titleKo"'),
        text('질문', 'Questions', `array_to_string(r.questions, chr(10))`),
        text('답변', 'Answer', 'r.answer'),
        text('언어', 'Language', 'r.language'),
        word('공개 범위', 'Visibility', 'r.visibility', VISIBILITY),
        flag('자동 답변', 'Automatic', 'r."autoReply"'),
        text('유효일', 'Valid until', 'r."validUntil"'),
        flag('만료', 'Expired', 'r.expired'),
        number('버전', 'Version', 'r.version'),
        instant('바뀐 시각', 'Changed', 'r."updatedAt"'),
      ],
    };
  },
});

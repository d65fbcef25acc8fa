import fc from 'fast-check';
import { fieldsOf, IMPORT_FIELDS, type ImportKind } from './import-fields.ts';
import { presetOf } from './import-sources.ts';
import { detectKind, missingFields, suggestMapping, type SavedMapping } from './suggest-mapping.ts';

const KINDS = Object.keys(IMPORT_FIELDS) as ImportKind[];
const columns = (headers: readonly string[], samples: readonly (readonly string[])[] = []) =>
  headers.map((header, index) => ({ index, header, samples: samples[index] ?? [] }));
const fieldsFor = (kind: ImportKind, headers: string, source = 'spreadsheet', saved: SavedMapping | null = null) =>
  suggestMapping(kind, columns(headers.split(',')), source, saved)
    .map(({ field }) => field ?? '-')
    .join(' ');

describe('what columns mean', () => {
  it.each([
    [
      'orders',
      'order_id,buyer_id,ordered_at,country,currency,kind,line_count,units,amount,cancelled_at,reverses_order_id',
      'external_id buyer_external_id placed_at country currency kind - - total cancelled_at reverses',
    ],
    [
      'order_lines',
      'order_id,buyer_id,ordered_at,kind,product_code,product_name,quantity,unit_price,currency,country',
      'order_external_id buyer_external_id placed_at kind sku description quantity unit_price currency country',
    ],
    [
      'knowledge',
      'id,category,visibility,auto_reply,valid_until,title,title_ko,questions,answer',
      'code category visibility auto_reply valid_until title title_ko questions answer',
    ],
    ['orders', '주문번호,고객명,주문일,결제일,금액(USD),상태', 'external_id buyer_name placed_at paid_at total status'],
    ['orders', '주문번호 / Order No.,바이어명\nBuyer,주문일시,총 금액', 'external_id buyer_name placed_at total'],
    [
      'orders',
      '訂單編號,買家名稱,下單時間,付款時間,訂單金額,幣別,訂單狀態',
      'external_id buyer_name placed_at paid_at total currency status',
    ],
    [
      'buyers',
      '바이어 이름,회사명,국가,이메일,휴대폰,홈페이지,직원수,메모,담당자 이메일',
      'name company country email phone web_site employees note owner_email',
    ],
    ['contacts', '거래처명,담당자명,이메일,휴대폰', 'buyer_name name email phone'],
    [
      'inquiries',
      '문의일시,바이어명,국가,문의내용,답변내용,답변일시',
      'received_at buyer_name country message reply replied_at',
    ],
    [
      'products',
      '상품코드,상품명(국문),영문명,단가,통화,최소주문수량,리드타임,무게(kg),원산지',
      'code name_ko name_en price currency moq lead_time_days weight_grams origin_country',
    ],
  ] as const)('%s: %s', (kind, headers, fields) => {
    expect(fieldsFor(kind, headers)).toBe(fields);
    expect(detectKind(headers.split(','))).toBe(kind);
    expect(missingFields(kind, suggestMapping(kind, columns(headers.split(',')), 'spreadsheet'))).toEqual([]);
  });

  it.each([
    [
      'alibaba',
      'inquiries',
      'Inquiry ID,Buyer Name,Member ID,L1-L4,Inquiry Time,询盘内容,Inquired Product,Country/Region',
      'external_id buyer_name buyer_external_id platform_level received_at message product country',
    ],
    [
      'alibaba',
      'orders',
      'Order ID,Buyer,Order Created Time,Initial Payment Received,Trade Assurance Amount,Currency,Order Status',
      'external_id buyer_name placed_at paid_at total currency status',
    ],
    [
      'aliexpress',
      'orders',
      '订单号,买家ID,收货人名称,下单时间,付款时间,订单金额,订单状态,收货国家',
      'external_id buyer_external_id buyer_name placed_at paid_at total status country',
    ],
    [
      'aliexpress',
      'order_lines',
      'Order ID,Product Name,SKU Code,Quantity,Product Price',
      'order_external_id description sku quantity unit_price',
    ],
  ] as const)('%s sheets of %s', (source, kind, headers, fields) => {
    expect(fieldsFor(kind, headers, source)).toBe(fields);
    expect(presetOf(source)!.timeZone).toBe('America/Los_Angeles');
  });

  it('what was saved for the source goes first, also that a column is left out', () => {
    const saved = [
      { header: 'Ref', field: 'external_id' },
      { header: 'ORDER ID', field: null },
      { header: 'gone', field: 'total' },
      { header: 'Value', field: 'no_such_field' },
    ];
    const mapping = suggestMapping('orders', columns(['Order ID', 'Ref', 'Value']), 'own', saved);
    expect(mapping).toEqual([
      { column: 0, field: null, confidence: 'saved' },
      { column: 1, field: 'external_id', confidence: 'saved' },
      { column: 2, field: 'total', confidence: 'synonym' },
    ]);
  });

  it('guesses by the cells only where one field is left, and says that it guessed', () => {
    const samples = [
      ['a@b.co', 'c@d.co'],
      ['2026-01-02', '2026-01-03'],
      ['x', 'y'],
      ['L1', 'L4'],
    ];
    expect(suggestMapping('orders', columns(['F1', 'F2', 'F3', 'F4'], samples), 'spreadsheet')).toEqual([
      { column: 0, field: 'email', confidence: 'guessed' },
      { column: 1, field: 'placed_at', confidence: 'guessed' },
      { column: 2, field: null, confidence: null },
      { column: 3, field: 'platform_level', confidence: 'guessed' },
    ]);
  });

  it('says which required fields no column gives; one that may stand instead will do', () => {
    const mapped = (...fields: string[]) => fields.map((field, column) => ({ column, field }));
    expect(missingFields('orders', mapped('external_id', 'placed_at', 'total'))).toEqual(['buyer_external_id']);
    expect(missingFields('orders', mapped('external_id', 'placed_at', 'total', 'email'))).toEqual([]);
    expect(missingFields('buyers', [])).toEqual(['name']);
  });

  it('says no kind where the headers say nothing', () => {
    expect(detectKind(['x', 'y', 'z'])).toBeNull();
    expect(detectKind([])).toBeNull();
    expect(detectKind(Array.from({ length: 40 }, (_, index) => `junk ${index}`))).toBeNull();
  });

  it('no field is given by two columns, each column has one entry, and every field is one of the kind', () => {
    const names = KINDS.flatMap((kind) => Object.values(fieldsOf(kind)).flatMap((spec) => spec.names.split('|')));
    const header = fc.oneof(
      fc.constantFrom(...names),
      fc.string({ maxLength: 20 }),
      fc.constantFrom('', 'Name', 'name', 'ID', 'Date'),
    );
    const saved = fc.option(
      fc.array(
        fc.record({
          header,
          field: fc.option(fc.constantFrom('external_id', 'name', 'total', 'email', 'code', 'nonsense')),
        }),
        { maxLength: 6 },
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...KINDS),
        fc.array(header, { maxLength: 40 }),
        fc.constantFrom('alibaba', 'aliexpress', 'spreadsheet', 'own'),
        saved,
        (kind, headers, source, before) => {
          const mapping = suggestMapping(kind, columns(headers), source, before);
          const given = mapping.flatMap(({ field }) => (field === null ? [] : [field]));
          expect(new Set(given).size).toBe(given.length);
          expect(mapping.map(({ column }) => column)).toEqual(headers.map((_, index) => index));
          expect(given.every((field) => field in fieldsOf(kind))).toBe(true);
        },
      ),
    );
  });

  it('every field may stand instead of another only where the kind has it', () => {
    for (const kind of KINDS)
      for (const spec of Object.values(fieldsOf(kind)))
        for (const field of spec.instead ?? []) expect(Object.keys(fieldsOf(kind))).toContain(field);
  });

  it('each preset names fields of its kinds only', () => {
    for (const source of ['alibaba', 'aliexpress', 'spreadsheet'] as const)
      for (const [kind, names] of Object.entries(presetOf(source)!.columns))
        for (const field of Object.keys(names!)) expect(Object.keys(fieldsOf(kind as ImportKind))).toContain(field);
  });
});

import { recordReader } from './record-reader.ts';
import type { ReadOptions } from './read-options.ts';

const options: ReadOptions = {
  timeZone: 'Asia/Seoul',
  dateOrder: 'ymd',
  currency: null,
  decimalComma: false,
  readers: {
    phone: (text, country) =>
      text.startsWith('+')
        ? text.replace(/\D/g, '').padStart(12, '+')
        : country === 'KR'
          ? `+82${text.replace(/\D/g, '').slice(1)}`
          : null,
    email: (text) => (text.includes('@') ? text.toLowerCase() : null),
  },
};
const map = (...fields: (string | null)[]) => fields.map((field, column) => ({ column, field }));

describe('reading a row', () => {
  it('gives every field of the kind, null where the file says nothing', () => {
    const read = recordReader(
      'orders',
      map('external_id', 'buyer_external_id', 'placed_at', null, 'total', 'currency'),
      options,
    );
    const { record } = read({ cells: ['00017', 'B1', '2026-03-02 09:00', 'junk', '12.50', 'EUR'] });
    expect(record).toMatchObject({
      external_id: '00017',
      placed_at: new Date('2026-03-02T00:00:00Z'),
      total: { minor: 1250n, currency: 'EUR' },
      status: null,
      email: null,
    });
  });

  it('says everything that is wrong, with its column, and what stands there', () => {
    const read = recordReader(
      'orders',
      map('external_id', 'buyer_external_id', 'placed_at', 'total', 'currency', 'status'),
      options,
    );
    expect(read({ cells: ['', 'B\uFFFD', '2026-02-30', '1.005', 'USD', 'lost'] }).problems).toEqual([
      { column: 1, field: 'buyer_external_id', code: 'UNREADABLE_TEXT', value: 'B\uFFFD' },
      { column: 2, field: 'placed_at', code: 'IMPOSSIBLE_DATE', value: '2026-02-30' },
      { column: 3, field: 'total', code: 'DECIMALS_BEYOND_CURRENCY', value: '1.005' },
      { column: 5, field: 'status', code: 'UNKNOWN_CHOICE', value: 'lost' },
      { column: 0, field: 'external_id', code: 'REQUIRED', value: null },
    ]);
  });

  it('one of the fields that may stand instead is enough', () => {
    const read = recordReader('buyers', map('name', 'company'), options);
    expect(read({ cells: ['', 'Lumo Kft'] }).record).toMatchObject({ name: null, company: 'Lumo Kft' });
    expect(read({ cells: ['', ' '] }).problems).toMatchObject([{ field: 'name', code: 'REQUIRED' }]);
  });

  it("takes over what the file's reader met, unless nobody reads the column", () => {
    const read = recordReader('buyers', map('name', null, 'phone'), options);
    const problems = [{ column: 1, code: 'CELL_ERROR', value: '#N/A' }];
    expect(read({ cells: ['Kim', '#N/A', ''], problems }).record).toBeDefined();
    expect(
      read({ cells: ['Kim', '', '1.2E18'], problems: [{ column: 2, code: 'SCIENTIFIC_NUMBER', value: '1.2E18' }] })
        .problems,
    ).toEqual([{ column: 2, field: 'phone', code: 'SCIENTIFIC_NUMBER', value: '1.2E18' }]);
    expect(
      read({ cells: ['Kim'], problems: [{ column: null, code: 'STRAY_QUOTE', value: 'Kim' }] }).problems,
    ).toMatchObject([{ column: null, field: null }]);
  });

  it('reads a national phone number by the country of the same row, wherever its column stands', () => {
    const read = recordReader('buyers', map('phone', 'name', 'country'), options);
    expect(read({ cells: ['010-1234-5678', 'Kim', '한국'] }).record!.phone).toBe('+821012345678');
    expect(read({ cells: ['010-1234-5678', 'Kim', ''] }).problems).toMatchObject([{ column: 0, code: 'NOT_A_PHONE' }]);
    expect(read({ cells: ['8.21012E+11', 'Kim', 'KR'] }).problems).toMatchObject([{ code: 'SCIENTIFIC_NUMBER' }]);
  });

  it('takes the currency and the unit that a header names', () => {
    const orders = recordReader('orders', map('external_id', 'email', 'placed_at', 'total'), {
      ...options,
      headers: ['', '', '', '금액(원)'],
    });
    expect(orders({ cells: ['1', 'A@b.co', '2026-03-02', '12,000'] }).record!.total).toEqual({
      minor: 12000n,
      currency: 'KRW',
    });
    const products = recordReader('products', map('code', 'name', 'weight_grams'), {
      ...options,
      headers: ['', '', 'Weight (kg)'],
    });
    expect(products({ cells: ['A', 'b', '0.25'] }).record!.weight_grams).toBe(250);
  });

  it('an order may be below zero where it is a note, a list price not', () => {
    const orders = recordReader('orders', map('external_id', 'email', 'placed_at', 'total', 'kind'), {
      ...options,
      currency: 'GBP',
    });
    expect(orders({ cells: ['C1', 'a@b.co', '2026-03-02', '-53.7', 'cancellation'] }).record).toMatchObject({
      kind: 'cancellation',
      total: { minor: -5370n, currency: 'GBP' },
    });
    const products = recordReader('products', map('code', 'name', 'price'), { ...options, currency: 'USD' });
    expect(products({ cells: ['A', 'b', '-1'] }).problems).toMatchObject([{ code: 'BELOW_ZERO' }]);
  });

  it('reads statuses and levels in the words of the platforms', () => {
    const read = recordReader('orders', map('external_id', 'email', 'placed_at', 'total', 'status', 'platform_level'), {
      ...options,
      currency: 'USD',
    });
    const status = (word: string) => read({ cells: ['1', 'a@b.co', '2026-03-02', '1', word, 'L3'] }).record?.status;
    expect(['배송중', '待付款', 'Order Completed', '交易关闭', 'PAID', 'canceled', '환불완료'].map(status)).toEqual([
      'SHIPPED',
      'PENDING_PAYMENT',
      'COMPLETED',
      'CANCELLED',
      'PAID',
      'CANCELLED',
      'REFUNDED',
    ]);
  });
});

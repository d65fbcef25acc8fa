import { importAddress } from './import-address.ts';
import { MOST_BYTES, unfitFile } from './unfit-file.ts';

describe('unfitFile', () => {
  it.each([
    ['문의.csv', 10, null],
    ['orders.XLSX', MOST_BYTES, null],
    ['orders', 10, null],
    ['문의.csv', 0, 'EMPTY'],
    ['문의.csv', MOST_BYTES + 1, 'PAYLOAD_TOO_LARGE'],
    ['주문.XLS', 10, 'OLD_EXCEL'],
    ['견적.hwp', 10, 'NOT_A_TABLE'],
  ])('%s of %d bytes: %s', (name, size, code) => expect(unfitFile({ name, size })).toBe(code));
});

describe('importAddress', () => {
  const file = { name: '문의 3월&.csv' };
  it('names what is known', () =>
    expect(importAddress('demo', { id: 'x', file, kind: 'ORDER_LINES', source: 'alibaba' })).toBe(
      '/imports/x?workspace=demo&name=%EB%AC%B8%EC%9D%98+3%EC%9B%94%26.csv&kind=order_lines&source=alibaba',
    ));
  it('leaves the rest to the server', () =>
    expect(importAddress('demo', { id: 'x', file, kind: null, source: null })).toBe(
      '/imports/x?workspace=demo&name=%EB%AC%B8%EC%9D%98+3%EC%9B%94%26.csv',
    ));
});

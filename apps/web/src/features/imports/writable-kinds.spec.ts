import { writableKinds } from './writable-kinds.ts';

test('kinds that one could not write by hand are not offered', () => {
  expect(writableKinds(() => true)).toHaveLength(7);
  expect(writableKinds(() => false)).toEqual(['INQUIRIES', 'ORDERS', 'ORDER_LINES']);
  expect(writableKinds((permission) => permission === 'product:write')).toContain('PRODUCTS');
});

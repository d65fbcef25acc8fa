import { isRetryable, sqlStateOf } from './sql-state.ts';

const coded = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code });

test('the SQLSTATE is found on the error or below it', () => {
  expect(sqlStateOf(coded('40P01'))).toBe('40P01');
  expect(sqlStateOf(new Error('outer', { cause: coded('23505') }))).toBe('23505');
  expect(sqlStateOf(new Error('none'))).toBeNull();
  expect(sqlStateOf('40001')).toBeNull();
});

test('codes of Node and of our own are no SQLSTATEs', () => {
  for (const code of ['ECONNRESET', 'EPIPE', 'EPERM']) expect(sqlStateOf(coded(code))).toBeNull();
  expect(sqlStateOf(coded('BUYER_LOCKED', coded('40001')))).toBe('40001');
});

test('only a lost transaction is retryable', () => {
  expect(['40001', '40P01', '40002', '23505', '57014', '25P02'].map((code) => isRetryable(coded(code)))).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

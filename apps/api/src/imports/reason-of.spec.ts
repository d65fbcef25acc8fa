import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { reasonOf } from './reason-of.ts';

const file = resolve(import.meta.dirname, '../../../web/messages/en.json');
const catalogue = JSON.parse(readFileSync(file, 'utf8')) as { imports: { problems: Record<string, string> } };
const codes = Object.keys(catalogue.imports.problems).filter((code) => code !== 'OTHER');

test.each(codes)('%s, which the screen words, is worded in the file of failures too', (code) => {
  for (const language of ['ko', 'en'] as const)
    expect(reasonOf({ column: null, field: null, code, value: 'x' }, [], language)).not.toBe(code);
});

test('the header of the column and the value are named', () => {
  const problem = { column: 1, field: 'phone', code: 'NOT_A_PHONE', value: '12' };
  expect(reasonOf(problem, ['이름', '전화'], 'ko')).toBe('전화: 전화번호가 아닙니다: 12');
});

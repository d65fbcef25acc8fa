import pg from 'pg';
import { inlineParameters } from './inline-parameters.ts';

const inline = (sql: string, ...params: unknown[]) => inlineParameters(sql, params, pg.escapeLiteral);

describe('parameters as literals', () => {
  it.each<[string, unknown, string]>([
    ['a text', "O'Brien", "select  'O''Brien' ::text"],
    ['a backslash', 'a\\b', "select   E'a\\\\b' ::text"],
    ['a mark that looks like a parameter', '$1', "select  '$1' ::text"],
    ['nothing', null, 'select null::text'],
    ['an array', ['a"b', null], `select   E'{"a\\\\"b",NULL}' ::text`],
    ['a large number', 9007199254740993n, "select  '9007199254740993' ::text"],
    ['bytes', Buffer.from([1, 255]), "select   E'\\\\x01ff' ::text"],
  ])('%s', (_what, value, sql) => expect(inline('select $1::text', value)).toBe(sql));

  it('the same parameter twice, and the eleventh is not the first', () => {
    expect(inline('$1 $11 $1', ...'abcdefghijk')).toBe(" 'a'   'k'   'a' ");
  });

  it('refuses a parameter that is not there', () => expect(() => inline('select $2', 1)).toThrow(RangeError));
});

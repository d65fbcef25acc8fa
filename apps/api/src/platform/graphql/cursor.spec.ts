import { z } from 'zod';
import { decodeCursor, encodeCursor } from './cursor.ts';

const shape = z.tuple([z.string(), z.number().nullable()]);

test('a cursor comes back as it was made', () => {
  expect(decodeCursor(encodeCursor(['보', null]), shape)).toEqual(['보', null]);
});

test('anything else is the caller’s mistake, not a failure of ours', () => {
  for (const wrong of [
    '',
    'x',
    encodeCursor([1, 2]),
    encodeCursor(['a', 1, 2]),
    Buffer.from('{').toString('base64url'),
  ])
    expect(() => decodeCursor(wrong, shape)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
});

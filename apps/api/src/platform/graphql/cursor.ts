import type { z } from 'zod';
import { CodedError } from '../errors/coded-error.ts';

/** Makes an opaque cursor of the sort key's values. */
export function encodeCursor(values: readonly (string | number | boolean | null)[]): string {
  return Buffer.from(JSON.stringify(values), 'utf8').toString('base64url');
}

/** Reads a cursor back; anything that is not a cursor of this list is the caller's mistake (BAD_USER_INPUT). */
export function decodeCursor<Values>(cursor: string, shape: z.ZodType<Values>): Values {
  const parsed = shape.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (parsed.success) return parsed.data;
  throw new CodedError('BAD_USER_INPUT', 'The cursor does not belong to this list', {
    fields: [{ path: 'after', rule: 'cursor', message: 'must be a cursor of this list' }],
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

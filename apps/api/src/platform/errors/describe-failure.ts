import { BadRequestException, HttpException } from '@nestjs/common';
import { RowNotFound, sqlStateOf } from '@dangol/db';
import { CodedError } from './coded-error.ts';
import type { ErrorCode } from './coded-error.ts';

const CODE_BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};

const SAFE_MESSAGES: Readonly<Partial<Record<ErrorCode, string>>> = {
  BAD_REQUEST: 'The request cannot be read',
  NOT_FOUND: 'There is nothing here',
  PAYLOAD_TOO_LARGE: 'The body is too large',
  UNSUPPORTED_MEDIA_TYPE: 'Send application/json',
};

/** character_not_in_repertoire and untranslatable_character: NUL, in most cases. */
const UNSTORABLE: ReadonlySet<string> = new Set(['22021', '22P05']);

const UNIQUE_VIOLATION = '23505';
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * What a caller may know about a failure. `CodedError`s speak for themselves, errors of the web framework keep their
 * kind but not their text (it quotes the request), everything else is INTERNAL.
 */
export function describeFailure(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (error instanceof RowNotFound)
    return new CodedError('NOT_FOUND', 'What was named does not exist in this workspace');
  if (UNSTORABLE.has(sqlStateOf(error) ?? ''))
    return new CodedError('BAD_USER_INPUT', 'A text holds a character that cannot be stored, such as NUL');
  const refused = describeRefusedRow(error);
  if (refused) return refused;
  if (error instanceof BadRequestException) return new CodedError('BAD_USER_INPUT', error.message); // Nest's own pipes
  const code = CODE_BY_STATUS[statusOf(error)] ?? 'INTERNAL';
  return new CodedError(code, SAFE_MESSAGES[code] ?? (code === 'INTERNAL' ? 'Something went wrong on our side' : code));
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // Fastify's own errors carry statusCode and a FST_ code; other libraries' statusCode is none of the caller's business
  if (!(error instanceof Error) || !('statusCode' in error) || !('code' in error)) return 500;
  return String(error.code).startsWith('FST_') ? Number(error.statusCode) : 500;
}

/** Clients make the ids of what they create, and members of some roles own what they create: the database is the last to say so. */
function describeRefusedRow(error: unknown): CodedError | null {
  const state = sqlStateOf(error);
  if (state === UNIQUE_VIOLATION && textOf(error, 'constraint').endsWith('_pkey'))
    return new CodedError('CONFLICT', 'The id belongs to another record');
  if (state === INSUFFICIENT_PRIVILEGE && textOf(error, 'message').includes('policy "own_records"'))
    return new CodedError('FORBIDDEN', 'Your role works with its own records only, and this would not be one');
  return null;
}

function textOf(error: unknown, property: 'constraint' | 'message'): string {
  const held = typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[property] : null;
  return typeof held === 'string' ? held : '';
}

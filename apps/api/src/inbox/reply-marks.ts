import { checkPromise } from '@dangol/crm';
import type { MessageEntity, TenantContext, TenantDatabase } from '@dangol/db';
import { CodedError } from '../platform/errors/coded-error.ts';
import type { SendReplyInput } from './reply.model.ts';

const PROBLEMS = { past: 'must be in the future', too_far: 'may be 60 days away at most' } as const;

/** What a reply is beside its words: made with a macro, a promise. Null when there is no such macro; throws CodedError for a promise that is none. */
export async function marksOf(
  database: TenantDatabase,
  ctx: TenantContext,
  { macroId = null, promisedFor = null }: Pick<SendReplyInput, 'macroId' | 'promisedFor'>,
  now: Date,
): Promise<Pick<MessageEntity, 'macroId' | 'promisedFor'> | null> {
  const problem = promisedFor && checkPromise(promisedFor, now);
  if (problem) {
    const fields = [{ path: 'promisedFor', rule: problem, message: PROBLEMS[problem] }];
    throw new CodedError('BAD_USER_INPUT', `An answer cannot be promised so: ${PROBLEMS[problem]}`, { fields });
  }
  const known =
    macroId === null ||
    (await database.query(ctx, `select id from macros where workspace_id = $1 and id = $2`, [ctx.workspaceId, macroId]))
      .length > 0;
  return known ? { macroId, promisedFor } : null;
}

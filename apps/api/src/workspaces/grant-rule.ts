import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';

/** What a role allows. */
interface Rights {
  readonly permissions: readonly string[];
  readonly ownRecordsOnly: boolean;
}

/**
 * What the caller lacks to hand out these rights; null when nothing. Who sees own records only hands out no view over all
 * of them: then the list may be empty.
 */
export function lackedFor(ctx: RequestContext, rights: Rights): string[] | null {
  const held: ReadonlySet<string> = ctx.permissions;
  const lacked = rights.permissions.filter((permission) => !held.has(permission));
  const seesLess = ctx.ownRecordsOnly && !rights.ownRecordsOnly;
  return lacked.length > 0 || seesLess ? lacked : null;
}

/**
 * Nobody hands out, or takes away, more than they hold: a manager makes no owner, removes none and is not made one by a
 * key of their own. Throws FORBIDDEN otherwise.
 */
export function assertMayGrant(ctx: RequestContext, role: Rights): void {
  if (lackedFor(ctx, role)) throw new CodedError('FORBIDDEN', 'The role allows more than your own');
}

/** Rows that name the person behind them cannot be made by an API key. */
export function memberIdOf(ctx: RequestContext): string {
  if (ctx.member) return ctx.member.id;
  throw new CodedError('FORBIDDEN', 'A person has to do this, not an API key');
}

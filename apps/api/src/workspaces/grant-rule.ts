import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';

/**
 * Nobody hands out, or takes away, more than they hold: a manager makes no owner, removes none and is not made one by a
 * key of their own. Throws FORBIDDEN otherwise.
 */
export function assertMayGrant(ctx: RequestContext, permissions: readonly string[]): void {
  const held: ReadonlySet<string> = ctx.permissions;
  if (permissions.every((permission) => held.has(permission))) return;
  throw new CodedError('FORBIDDEN', 'The role allows more than your own');
}

/** Rows that name the person behind them cannot be made by an API key. */
export function memberIdOf(ctx: RequestContext): string {
  if (ctx.member) return ctx.member.id;
  throw new CodedError('FORBIDDEN', 'A person has to do this, not an API key');
}

import type { FieldMiddleware, MiddlewareContext, NextFn } from '@nestjs/graphql';
import type { GraphqlContext, RequestContext } from '../context/request-context.ts';
import type { Permission } from './permissions.ts';

/**
 * Field middleware for amounts of money: null without `money:read`. The field must be nullable:
 * `@Field(() => Money, { nullable: true, middleware: [moneyField], description: '...; null without money:read.' })`.
 */
export const moneyField: FieldMiddleware = onlyWith('money:read');

/** Field middleware for e-mail addresses and phone numbers: null without `contact:read`. The field must be nullable. */
export const contactField: FieldMiddleware = onlyWith('contact:read');

/** For queries that would otherwise sum, filter or order by money for somebody who may not know it. */
export function maySeeMoney(ctx: Pick<RequestContext, 'permissions'>): boolean {
  return ctx.permissions.has('money:read');
}

/** For queries that would otherwise search by an address for somebody who may not know it. */
export function maySeeContacts(ctx: Pick<RequestContext, 'permissions'>): boolean {
  return ctx.permissions.has('contact:read');
}

/** Without the permission the resolver is not even asked, so nothing is fetched in vain. */
function onlyWith(permission: Permission): FieldMiddleware {
  return ({ context }: MiddlewareContext<unknown, GraphqlContext>, next: NextFn) =>
    context.ctx.permissions.has(permission) ? next() : null;
}

import { Args, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase } from '@dangol/db';
import { Ctx } from '../platform/context/request-context.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { AuditConnection, AuditEntry, AuditLogArgs } from './audit-log.model.ts';
import { queryAuditLog } from './list-audit-log.query.ts';

/** The audit log: the event log as managers read it. */
@Resolver(() => AuditEntry)
export class AuditLogResolver {
  constructor(private readonly database: TenantDatabase) {}

  @Query(() => AuditConnection, {
    description:
      'Who did what, newest first: one page of the event log with names. Events of records that the caller may not see are left out.',
  })
  @Allow('audit:read')
  auditLog(@Ctx() ctx: RequestContext, @Args() args: AuditLogArgs): Promise<AuditConnection> {
    return queryAuditLog(this.database, ctx, args);
  }
}

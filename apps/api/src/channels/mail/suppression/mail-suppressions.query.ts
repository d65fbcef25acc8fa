import type { TenantContext, TenantDatabase } from '@dangol/db';
import { z } from 'zod';
import { decodeCursor } from '../../../platform/graphql/cursor.ts';
import type { MailSuppression } from './mail-suppression.model.ts';

const CURSOR = z.tuple([z.iso.datetime(), z.uuid()]);

/** Addresses that no mail may reach, newest first; one row more than `first`. */
export function querySuppressions(
  database: TenantDatabase,
  ctx: TenantContext,
  page: { first: number; after?: string },
): Promise<MailSuppression[]> {
  const [createdAt, id] = page.after ? decodeCursor(page.after, CURSOR) : [null, null];
  return database.query<MailSuppression>(
    ctx,
    `select id, address, reason, detail, created_at as "createdAt" from mail_suppressions
     where workspace_id = $1 and ($2::timestamptz is null or (date_trunc('milliseconds', created_at), id) < ($2, $3::uuid))
     order by date_trunc('milliseconds', created_at) desc, id desc limit $4`,
    [ctx.workspaceId, createdAt, id, page.first + 1],
  );
}

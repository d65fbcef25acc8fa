import type { TenantContext, TenantDatabase } from '@dangol/db';
import type { Consent } from './consent.model.ts';

/** What holds for each purpose, newest word first, then what was said before. */
export async function queryConsents(database: TenantDatabase, ctx: TenantContext, buyerId: string): Promise<Consent[]> {
  return database.query<Consent>(
    ctx,
    `select id, purpose, granted, source, given_at as "givenAt", recorded_by as "recordedById",
       row_number() over (partition by purpose order by given_at desc, id desc) = 1 as current
     from buyer_consents where workspace_id = $1 and buyer_id = $2
     order by row_number() over (partition by purpose order by given_at desc, id desc) <> 1, given_at desc, id desc`,
    [ctx.workspaceId, buyerId],
  );
}

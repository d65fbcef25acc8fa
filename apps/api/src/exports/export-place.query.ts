import type { TenantDatabase } from '@dangol/db';
import type { RequestContext } from '../platform/context/request-context.ts';
import type { ExportPlace } from './export-list.ts';

/** Where and in which language a file is made: the caller's language, the workspace's for a program. */
export async function queryExportPlace(database: TenantDatabase, ctx: RequestContext, now: Date): Promise<ExportPlace> {
  const [row] = await database.query<Omit<ExportPlace, 'language'> & { language: string }>(
    ctx,
    `select name as "workspaceName", time_zone as "timeZone", base_currency as "baseCurrency", language,
       to_char($2::timestamptz at time zone time_zone, 'YYYY-MM-DD') as today
     from workspaces where id = $1`,
    [ctx.workspaceId, now],
  );
  return { ...row!, language: (ctx.account?.language ?? row!.language) === 'en' ? 'en' : 'ko' };
}

import type { TenantContext, TenantDatabase } from '@dangol/db';
import { ApiKey } from './api-key.model.ts';

const API_KEYS = `
  select k.id, k.name, r.key as role, k.created_at as "createdAt", k.last_used_at as "lastUsedAt"
  from api_keys k join roles r on r.workspace_id = k.workspace_id and r.id = k.role_id
  where k.workspace_id = $1`;

/** Keys that work, newest first. */
export function queryApiKeys(database: TenantDatabase, ctx: TenantContext): Promise<ApiKey[]> {
  return database.query<ApiKey>(ctx, `${API_KEYS} and k.revoked_at is null order by k.created_at desc, k.id`, [
    ctx.workspaceId,
  ]);
}

/** One key, revoked or not, or null. */
export async function queryApiKey(database: TenantDatabase, ctx: TenantContext, id: string): Promise<ApiKey | null> {
  const [key] = await database.query<ApiKey>(ctx, `${API_KEYS} and k.id = $2`, [ctx.workspaceId, id]);
  return key ? Object.assign(new ApiKey(), key) : null; // a union knows its member by the class
}

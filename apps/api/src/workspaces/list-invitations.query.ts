import type { TenantContext, TenantDatabase } from '@dangol/db';
import { Invitation } from './invitation.model.ts';

const INVITATIONS = `
  select i.id, i.email, r.key as role, i.created_at as "createdAt", i.expires_at as "expiresAt"
  from invitations i join roles r on r.workspace_id = i.workspace_id and r.id = i.role_id
  where i.workspace_id = $1`;

/** Invitations that can still be accepted at `now`, newest first. */
export function queryOpenInvitations(database: TenantDatabase, ctx: TenantContext, now: Date): Promise<Invitation[]> {
  const sql = `${INVITATIONS} and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2 order by i.created_at desc, i.id`;
  return database.query<Invitation>(ctx, sql, [ctx.workspaceId, now]);
}

/** One invitation in whatever state, or null. */
export async function queryInvitation(
  database: TenantDatabase,
  ctx: TenantContext,
  id: string,
): Promise<Invitation | null> {
  const [invitation] = await database.query<Invitation>(ctx, `${INVITATIONS} and i.id = $2`, [ctx.workspaceId, id]);
  return invitation ? Object.assign(new Invitation(), invitation) : null; // a union knows its member by the class
}

/** What the holder of an invitation's token is offered. */
export interface OpenOffer {
  readonly invitationId: string;
  readonly email: string;
  readonly role: string;
  readonly workspaceName: string;
}

/** The offer behind a token that still works at `now`, or null. */
export async function queryOffer(
  database: TenantDatabase,
  ctx: TenantContext,
  tokenHash: Buffer,
  now: Date,
): Promise<OpenOffer | null> {
  const [offer] = await database.query<OpenOffer>(
    ctx,
    `select i.id as "invitationId", i.email, r.key as role, w.name as "workspaceName"
     from invitations i
     join roles r on r.workspace_id = i.workspace_id and r.id = i.role_id
     join workspaces w on w.id = i.workspace_id
     where i.workspace_id = $1 and i.token_hash = $2 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $3`,
    [ctx.workspaceId, tokenHash, now],
  );
  return offer ?? null;
}

import { IdentityStore, TenantDatabase } from '@dangol/db';
import { hashToken, workspaceOfToken } from '../platform/session/tokens.ts';
import type { InvitationOffer } from './invitation.model.ts';
import { queryOffer } from './list-invitations.query.ts';

/** What the link with this token offers at `now`, or null when it no longer works. */
export async function queryInvitationOffer(
  database: TenantDatabase,
  identity: IdentityStore,
  token: string,
  now: Date,
): Promise<InvitationOffer | null> {
  const workspaceId = workspaceOfToken(token);
  if (!workspaceId) return null;
  const ctx = { workspaceId, actor: { kind: 'system' as const, id: null } };
  const offer = await queryOffer(database, ctx, hashToken(token), now);
  if (!offer) return null;
  const { workspaceName, email, role } = offer;
  return { workspaceName, email, role, accountExists: (await identity.findCredentials(email)) !== null };
}

import type { Session } from '@dangol/db';
import type { Membership, RequestAccount } from '../context/request-context.ts';
import { PERMISSIONS } from '../permissions/permissions.ts';
import type { Permission } from '../permissions/permissions.ts';

/** A membership with its rights ready to be asked. */
export interface PrincipalMembership extends Membership {
  readonly permissionSet: ReadonlySet<Permission>;
}

/** Who a token stands for: a signed-in person, or an API key of one workspace. */
export interface Principal {
  readonly tokenHash: string;
  readonly account: RequestAccount | null;
  readonly apiKeyId: string | null;
  /** When the token stops working; null for an API key, which is revoked instead. */
  readonly expiresAt: Date | null;
  readonly memberships: readonly PrincipalMembership[];
}

/** An API key as its row and role tell it. */
export interface ApiKeyRow {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly permissions: readonly string[];
  readonly ownRecordsOnly: boolean;
  readonly slug: string;
  readonly workspaceName: string;
  readonly lastUsedAt: Date | null;
}

const known: ReadonlySet<string> = new Set(PERMISSIONS);
const isPermission = (text: string): text is Permission => known.has(text);

/** A permission that this build does not know (an older process beside a newer one) gives no right. */
function withPermissionSet(membership: Omit<Membership, 'permissions'>, texts: readonly string[]): PrincipalMembership {
  const permissions = texts.filter(isPermission);
  return { ...membership, permissions, permissionSet: new Set(permissions) };
}

/** The person behind a session. */
export function principalOfSession(tokenHash: string, session: Session): Principal {
  return {
    tokenHash,
    account: {
      id: session.accountId,
      email: session.email,
      name: session.name,
      language: session.language === 'ko' ? 'ko' : 'en',
      textSize: session.textSize,
    },
    apiKeyId: null,
    expiresAt: session.expiresAt,
    memberships: session.memberships.map((membership) => withPermissionSet(membership, membership.permissions)),
  };
}

/** The API key as a caller: the only "membership" is its workspace, with its role's rights. */
export function principalOfApiKey(tokenHash: string, workspaceId: string, key: ApiKeyRow): Principal {
  const { id, name, role, ownRecordsOnly, slug, workspaceName } = key;
  const membership = { workspaceId, slug, workspaceName, memberId: id, memberName: name, role, ownRecordsOnly };
  return {
    tokenHash,
    account: null,
    apiKeyId: id,
    expiresAt: null,
    memberships: [withPermissionSet(membership, key.permissions)],
  };
}

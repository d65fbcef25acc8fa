import { Injectable } from '@nestjs/common';
import type { Actor } from '@dangol/db';
import type { Permission } from '../permissions/permissions.ts';
import { PrincipalDirectory } from '../session/principal-directory.ts';
import type { Principal, PrincipalMembership } from '../session/principal.ts';
import { sessionTokenOf } from '../session/session-cookie.ts';
import type { RequestContext } from './request-context.ts';

/** What a request says about itself, over HTTP or when a socket opens. */
export interface Caller {
  readonly requestId: string;
  readonly ip: string;
  readonly userAgent: string;
  readonly cookie: string | undefined;
  /** Value of the Authorization header. */
  readonly authorization: string | undefined;
  /** Slug or id from the X-Dangol-Workspace header. */
  readonly workspace: string | undefined;
}

const NO_PERMISSIONS: ReadonlySet<Permission> = new Set();
const ANONYMOUS: Actor = { kind: 'system', id: null };

/** Makes the request context: who asks, in which workspace, with which rights. */
@Injectable()
export class ContextFactory {
  constructor(private readonly principals: PrincipalDirectory) {}

  /** Finds out who calls. A token that is no longer good makes an anonymous context; the guard decides what that may do. */
  async contextOf(caller: Caller): Promise<RequestContext> {
    return contextFor(caller, await this.principalOf(caller));
  }

  /** An API key in the Authorization header wins over a cookie: whoever sends one means it. */
  private async principalOf({ authorization, cookie }: Caller): Promise<Principal | null> {
    if (authorization) {
      const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
      return token ? this.principals.byApiKey(token) : null;
    }
    const token = sessionTokenOf(cookie);
    return token ? this.principals.bySession(token) : null;
  }
}

/** The context of a caller whose token stands for `principal`. */
export function contextFor(caller: Caller, principal: Principal | null): RequestContext {
  const membership = principal && chosenMembership(principal.memberships, caller.workspace);
  return {
    requestId: caller.requestId,
    ip: caller.ip,
    userAgent: caller.userAgent,
    workspaceId: membership?.workspaceId ?? '',
    actor: actorOf(principal, membership),
    account: principal?.account ?? null,
    member:
      membership && principal?.account
        ? { id: membership.memberId, name: membership.memberName, role: membership.role }
        : null,
    permissions: membership?.permissionSet ?? NO_PERMISSIONS,
    ownRecordsOnly: membership?.ownRecordsOnly ?? false,
    // An API key owns no buyer, so under such a role it sees none.
    ownRecordsOf: membership?.ownRecordsOnly ? membership.memberId : null,
    memberships: principal?.account ? principal.memberships : [],
    tokenHash: principal?.tokenHash ?? null,
  };
}

function actorOf(principal: Principal | null, membership: PrincipalMembership | null): Actor {
  if (principal?.apiKeyId) return { kind: 'api_key', id: principal.apiKeyId };
  return membership ? { kind: 'member', id: membership.memberId } : ANONYMOUS;
}

/** The workspace that the header names, else the only one there is. */
function chosenMembership(
  memberships: readonly PrincipalMembership[],
  workspace: string | undefined,
): PrincipalMembership | null {
  if (workspace) return memberships.find((one) => one.slug === workspace || one.workspaceId === workspace) ?? null;
  return memberships.length === 1 ? (memberships[0] ?? null) : null;
}

import { Inject, Injectable } from '@nestjs/common';
import { IdentityStore, TenantDatabase, UnitOfWork } from '@dangol/db';
import type { TenantContext } from '@dangol/db';
import { LRUCache } from 'lru-cache';
import { Clock } from '../clock/clock.ts';
import { LOG } from '../logging/log.ts';
import type { Log } from '../logging/log.ts';
import { SessionSignals } from './session-signals.ts';
import { principalOfApiKey, principalOfSession } from './principal.ts';
import type { ApiKeyRow, Principal } from './principal.ts';
import { hashToken, workspaceOfApiKey } from './tokens.ts';

/** How long a looked-up session is believed without being told otherwise. Revocations are told at once. */
const BELIEVED_MS = 5_000;
const REMEMBERED = 10_000;
/** `last_used_at` of an API key is a hint for people; writing it more often would make every call a write. */
const LAST_USED_STEP_MS = 60_000;

const FIND_API_KEY = `
  select k.id, k.name, r.key as role, r.permissions, r.own_records_only as "ownRecordsOnly", w.slug,
    w.name as "workspaceName", k.last_used_at as "lastUsedAt"
  from api_keys k
  join roles r on r.workspace_id = k.workspace_id and r.id = k.role_id
  join workspaces w on w.id = k.workspace_id
  where k.workspace_id = $1 and k.token_hash = $2 and k.revoked_at is null`;

/**
 * Finds who a token stands for. Answers are cached for a few seconds and dropped at once when a session signal names
 * them; while signals cannot arrive nothing is cached.
 */
@Injectable()
export class PrincipalDirectory {
  private readonly cache = new LRUCache<string, Principal>({ max: REMEMBERED, ttl: BELIEVED_MS });
  /** Grows with every signal: a look-up that was under way when one came may hold what is no longer true. */
  private generation = 0;

  constructor(
    private readonly identity: IdentityStore,
    private readonly database: TenantDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly signals: SessionSignals,
    @Inject(LOG) private readonly log: Log,
  ) {
    signals.onTokenEnded((tokenHash) => this.forget((_principal, key) => key === tokenHash));
    signals.onAccountChanged((accountId) => this.forget((principal) => principal.account?.id === accountId));
    signals.onRightsChanged((workspaceId) =>
      this.forget(({ memberships }) => memberships.some((membership) => membership.workspaceId === workspaceId)),
    );
    signals.onGap(() => this.forget(() => true));
  }

  /** The person of a session token, or null when it is unknown, ended or expired. */
  bySession(token: string): Promise<Principal | null> {
    const hash = hashToken(token);
    return this.look(hash.toString('hex'), async (tokenHash) => {
      const session = await this.identity.findSession(hash, this.clock.now());
      return session && principalOfSession(tokenHash, session);
    });
  }

  /** The caller behind an API key, or null when it is unknown or revoked. */
  byApiKey(token: string): Promise<Principal | null> | null {
    const workspaceId = workspaceOfApiKey(token);
    if (!workspaceId) return null;
    const hash = hashToken(token);
    return this.look(hash.toString('hex'), async (tokenHash) => {
      const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
      const [key] = await this.database.query<ApiKeyRow>(ctx, FIND_API_KEY, [workspaceId, hash], { name: 'api-key' });
      if (!key) return null;
      void this.noteUse(ctx, key).catch((error: unknown) => this.log.warn({ err: error }, 'api key use not noted'));
      return principalOfApiKey(tokenHash, workspaceId, key);
    });
  }

  private async look(key: string, find: (key: string) => Promise<Principal | null>): Promise<Principal | null> {
    const cached = this.cache.get(key);
    const principal = cached ?? (await this.findAndRemember(key, find));
    return principal && (!principal.expiresAt || principal.expiresAt > this.clock.now()) ? principal : null;
  }

  private async findAndRemember(
    key: string,
    find: (key: string) => Promise<Principal | null>,
  ): Promise<Principal | null> {
    const { generation } = this;
    const principal = await find(key);
    if (principal && generation === this.generation && this.signals.connected) this.cache.set(key, principal);
    return principal;
  }

  private forget(concerns: (principal: Principal, key: string) => boolean): void {
    this.generation += 1;
    for (const [key, principal] of this.cache.entries()) if (concerns(principal, key)) this.cache.delete(key);
  }

  private async noteUse(ctx: TenantContext, key: ApiKeyRow): Promise<void> {
    const now = this.clock.now();
    if (key.lastUsedAt && now.getTime() - key.lastUsedAt.getTime() < LAST_USED_STEP_MS) return;
    await this.unitOfWork.run(ctx, () =>
      this.database.query(ctx, 'update api_keys set last_used_at = $3 where workspace_id = $1 and id = $2', [
        ctx.workspaceId,
        key.id,
        now,
      ]),
    );
  }
}

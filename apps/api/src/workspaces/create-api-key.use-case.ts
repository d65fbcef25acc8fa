import { Injectable } from '@nestjs/common';
import { ApiKeysRepository, EventLog, refuse, RolesRepository, UnitOfWork } from '@dangol/db';
import type { ApiKeyEntity, Refused, RoleEntity } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { hashToken, newApiKeyToken } from '../platform/session/tokens.ts';
import { SessionSignals } from '../platform/session/session-signals.ts';
import { ApiKeyCreated } from './api-key.model.ts';
import type { CreateApiKeyInput } from './api-key.model.ts';
import { assertMayGrant, memberIdOf } from './grant-rule.ts';

/** Makes a key for a program. */
@Injectable()
export class CreateApiKeyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly roles: RolesRepository,
    private readonly apiKeys: ApiKeysRepository,
    private readonly signals: SessionSignals,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** The key with its token, which is stored as a hash only and so is shown this once. */
  execute(ctx: RequestContext, input: CreateApiKeyInput): Promise<ApiKeyCreated | Refused<NotFound>> {
    const createdBy = memberIdOf(ctx);
    return this.unitOfWork.run<ApiKeyCreated | Refused<NotFound>>(ctx, async () => {
      const [role] = await this.roles.find(ctx, { key: input.role }, { limit: 1 });
      if (!role) return refuse(new NotFound(`no role "${input.role}"`));
      assertMayGrant(ctx, role);
      const token = newApiKeyToken(ctx.workspaceId);
      const tokenHash = hashToken(token);
      const known = await this.apiKeys.findById(ctx, input.id, { lock: true });
      const createdAt = known?.createdAt ?? this.clock.now();
      const { id, name } = input;
      if (known) await this.renew(ctx, known, input, role, tokenHash);
      else {
        await this.apiKeys.insert(ctx, { id, name, roleId: role.id, tokenHash, createdBy, createdAt });
        const data = { role: role.key };
        this.events.append(ctx, { verb: 'api_key.created', subjectKind: 'api_key', subjectId: id, data });
      }
      return new ApiKeyCreated({ id, name, role: role.key, createdAt, lastUsedAt: known?.lastUsedAt ?? null }, token);
    });
  }

  /** The answer to the first request was lost, so its token was never seen: it is replaced. */
  private async renew(
    ctx: RequestContext,
    known: ApiKeyEntity,
    { name }: CreateApiKeyInput,
    role: RoleEntity,
    tokenHash: Buffer,
  ): Promise<void> {
    if (known.name !== name || known.roleId !== role.id || known.revokedAt || known.lastUsedAt)
      throw new CodedError('CONFLICT', 'The id belongs to another API key');
    await this.apiKeys.update(ctx, known.id, { tokenHash });
    await this.signals.tokenEnded(known.tokenHash.toString('hex'));
  }
}

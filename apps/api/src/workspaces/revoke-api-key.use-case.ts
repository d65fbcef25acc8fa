import { Injectable } from '@nestjs/common';
import { ApiKeysRepository, EventLog, refuse, TenantDatabase, UnitOfWork } from '@dangol/db';
import type { Refused } from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { SessionSignals } from '../platform/session/session-signals.ts';
import type { ApiKey } from './api-key.model.ts';
import { queryApiKey } from './list-api-keys.query.ts';

/** Ends an API key at once, in every process and on open sockets. */
@Injectable()
export class RevokeApiKeyUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly apiKeys: ApiKeysRepository,
    private readonly signals: SessionSignals,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Revokes it; one that was revoked before stays so. */
  execute(ctx: RequestContext, id: string): Promise<ApiKey | Refused<NotFound>> {
    return this.unitOfWork.run<ApiKey | Refused<NotFound>>(ctx, async () => {
      const known = await this.apiKeys.findById(ctx, id, { lock: true });
      if (!known) return refuse(new NotFound());
      if (!known.revokedAt) {
        await this.apiKeys.update(ctx, id, { revokedAt: this.clock.now() });
        await this.signals.tokenEnded(known.tokenHash.toString('hex'));
        this.events.append(ctx, { verb: 'api_key.revoked', subjectKind: 'api_key', subjectId: id });
      }
      return (await queryApiKey(this.database, ctx, id)) ?? refuse(new NotFound());
    });
  }
}

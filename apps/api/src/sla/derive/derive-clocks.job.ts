import { Injectable } from '@nestjs/common';
import { TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../../platform/jobs/task.decorator.ts';
import { BuyerDays } from '../clocks/buyer-days.ts';
import { RefreshClocksUseCase } from '../refresh-clocks.use-case.ts';
import { DERIVE_CLOCKS } from './derive-clocks.task-name.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  channelId?: string;
}

/** Conversations of one unit. */
const BATCH = 200;
const FIRST = '00000000-0000-0000-0000-000000000000';

/**
 * Derives turns, cases, buyer-days and due times from the logs when something else than a message changed them: the platform's
 * day, the senders that are left out, or an upgrade that measures what was not measured before.
 */
@Task(DERIVE_CLOCKS)
@Injectable()
export class DeriveClocksJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly refreshClocks: RefreshClocksUseCase,
    private readonly buyerDays: BuyerDays,
    private readonly clock: Clock,
  ) {}

  async run({ workspaceId, channelId }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    let after: string | null = FIRST;
    while (after !== null) after = await this.deriveAfter(ctx, channelId ?? null, after);
  }

  /** The next conversations by id; answers the last one, null when there are no more. */
  private deriveAfter(ctx: TenantContext, channelId: string | null, after: string): Promise<string | null> {
    return this.unitOfWork.run(ctx, async () => {
      const rows = await this.database.query<{ id: string; buyerId: string; derived: boolean }>(
        ctx,
        `select c.id, c.buyer_id as "buyerId", exists (
           select from messages m where m.workspace_id = $1 and m.conversation_id = c.id and m.direction = 'inbound') as derived
         from conversations c where c.workspace_id = $1 and ($2::uuid is null or c.channel_id = $2) and c.id > $3 order by c.id limit $4`,
        [ctx.workspaceId, channelId, after, BATCH],
      );
      const requests = rows.filter(({ derived }) => derived).map(({ id }) => ({ conversationId: id }));
      await this.refreshClocks.executeMany(ctx, requests, this.clock.now());
      await this.buyerDays.rebuild(ctx, [...new Set(rows.map(({ buyerId }) => buyerId))], channelId);
      return rows.length < BATCH ? null : rows.at(-1)!.id;
    });
  }
}

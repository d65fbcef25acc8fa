import { Injectable } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { RefreshClocksUseCase } from '../../sla/index.ts';

/** Due times of the conversations in which a buyer waits; they follow the buyer's grade and level. */
@Injectable()
export class WaitingClocks {
  constructor(
    private readonly database: TenantDatabase,
    private readonly refreshClocks: RefreshClocksUseCase,
  ) {}

  /** Derives them anew for the buyers whose place in the queue moved, in the caller's unit. */
  async refresh(ctx: TenantContext, buyerIds: readonly string[], now: Date): Promise<void> {
    if (buyerIds.length === 0) return;
    const waiting = await this.database.query<{ id: string }>(
      ctx,
      `select id from conversations where workspace_id = $1 and buyer_id = any ($2::uuid[]) and status = 'waiting' order by id`,
      [ctx.workspaceId, buyerIds],
    );
    for (const { id } of waiting) await this.refreshClocks.execute(ctx, id, now);
  }
}

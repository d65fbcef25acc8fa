import { Injectable } from '@nestjs/common';
import { UnitOfWork, type TenantContext } from '@dangol/db';
import { RemoveAttachmentUseCase } from '../../attachments/index.ts';
import { SweepDormantUseCase } from '../../pipeline/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../../platform/jobs/task.decorator.ts';
import { RecountOrdersUseCase } from '../orders/recount-orders.use-case.ts';
import { NIGHTLY_UPKEEP, NightlyUpkeep } from './nightly-upkeep.ts';
import { RegradeBuyersUseCase } from './regrade-buyers.use-case.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
}

/** Every night: a day leaves the last 12 months, silence grows longer, and grades and stages follow; files whose reply was never sent go. Plans the next night first. */
@Task(NIGHTLY_UPKEEP)
@Injectable()
export class NightlyUpkeepJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recountOrders: RecountOrdersUseCase,
    private readonly regradeBuyers: RegradeBuyersUseCase,
    private readonly sweepDormant: SweepDormantUseCase,
    private readonly attachments: RemoveAttachmentUseCase,
    private readonly nightly: NightlyUpkeep,
    private readonly clock: Clock,
  ) {}

  async run({ workspaceId }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    const now = this.clock.now();
    await this.unitOfWork.run(ctx, () => this.nightly.plan(ctx, now));
    // Each in its own unit: none needs the others' locks, and all are harmless when a failed run is repeated.
    await this.recountOrders.executeForAll(ctx, now);
    await this.regradeBuyers.execute(ctx, 'all', 'nightly', now);
    await this.sweepDormant.execute(ctx, now);
    await this.attachments.sweepPending(ctx, now);
  }
}

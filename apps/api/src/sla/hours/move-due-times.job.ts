import { Injectable } from '@nestjs/common';
import { UnitOfWork, type TenantContext } from '@dangol/db';
import { Task, type TaskHandler } from '../../platform/jobs/task.decorator.ts';
import { MOVE_DUE_TIMES } from '../../workspaces/index.ts';
import { DueTimeMover } from './move-due-times.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
}

/** Inquiries of one unit: small enough that nobody who answers one of them waits for long. */
const BATCH = 1_000;

/** Measures what waits under the hours that stand: many inquiries, or those that were being answered while hours were saved. */
@Task(MOVE_DUE_TIMES)
@Injectable()
export class MoveDueTimesJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly mover: DueTimeMover,
  ) {}

  async run({ workspaceId }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    for (;;) {
      const { measured } = await this.unitOfWork.run(ctx, () => this.mover.move(ctx, BATCH));
      if (measured < BATCH) return;
    }
  }
}

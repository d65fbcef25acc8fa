import { Injectable } from '@nestjs/common';
import { UnitOfWork, type TenantContext } from '@dangol/db';
import { Task, type TaskHandler } from '../../platform/jobs/task.decorator.ts';
import { MOVE_DUE_TIMES } from '../../workspaces/index.ts';
import { DueTimeMover } from './move-due-times.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
}

/** Conversations of one unit: small enough that nobody who answers in one of them waits for long. */
const BATCH = 500;

/** Measures what runs under the hours and targets that stand: many clocks, or those that were being stopped while hours were saved. */
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
      const { measured } = await this.unitOfWork.run(ctx, () => this.mover.move(ctx, BATCH, 'everything'));
      if (measured < BATCH) return;
    }
  }
}

import { Injectable } from '@nestjs/common';
import { UnitOfWork, type TenantContext } from '@dangol/db';
import { GradeBuyerUseCase } from '../grading/grade-buyer.use-case.ts';
import type { GradingCause } from '../grading/grading-cause.ts';
import { WaitingClocks } from '../grading/waiting-clocks.ts';

/** Grades a buyer whose facts changed, and measures anew the clocks that depend on the grade. */
@Injectable()
export class RegradeBuyerUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly gradeBuyer: GradeBuyerUseCase,
    private readonly clocks: WaitingClocks,
  ) {}

  execute(ctx: TenantContext, buyerId: string, cause: GradingCause, now: Date): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      const { changed } = await this.gradeBuyer.execute(ctx, buyerId, cause, now);
      if (changed) await this.clocks.refresh(ctx, [buyerId], now);
    });
  }
}

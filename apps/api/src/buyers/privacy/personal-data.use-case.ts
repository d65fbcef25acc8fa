import { Injectable } from '@nestjs/common';
import {
  BuyersRepository,
  EventLog,
  TenantDatabase,
  UnitOfWork,
  refuse,
  wholeWorkspace,
  type Refused,
} from '@dangol/db';
import { RemoveAttachmentUseCase } from '../../attachments/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { NotFound } from '../../platform/graphql/refusal.type.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import { WaitingClocks } from '../grading/waiting-clocks.ts';
import { lockBuyers } from '../merge/lock-buyers.query.ts';
import { RegradeBuyerUseCase } from '../record/regrade-buyer.use-case.ts';
import { ERASURE_STEPS } from './erasure-steps.ts';
import { queryPersonalData } from './personal-data.query.ts';
import { BuyerErased, PersonalData, type EraseBuyerInput } from './privacy.model.ts';

/** Gives out and erases what is held on a buyer, on request. Both stay in the log, which holds ids only (spec crm, Events). */
@Injectable()
export class PersonalDataUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly attachments: RemoveAttachmentUseCase,
    private readonly regrade: RegradeBuyerUseCase,
    private readonly clocks: WaitingClocks,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  export(ctx: RequestContext, buyerId: string): Promise<PersonalData | Refused<NotFound>> {
    return this.unitOfWork.run<PersonalData | Refused<NotFound>>(ctx, async () => {
      if (!(await this.buyers.findById(ctx, buyerId, { lock: true }))) return refuse(new NotFound());
      const now = this.clock.now();
      const json = await queryPersonalData(this.database, ctx, buyerId, now);
      this.append(ctx, 'buyer.exported', buyerId);
      return new PersonalData(`buyer-${buyerId}-${now.toISOString().slice(0, 10)}.json`, json);
    });
  }

  async erase(
    caller: RequestContext,
    { buyerId, confirmName }: EraseBuyerInput,
  ): Promise<BuyerErased | Refused<NotFound | InvalidField>> {
    if (!(await this.buyers.findById(caller, buyerId))) return refuse(new NotFound());
    const ctx = wholeWorkspace(caller); // deliveries hold the buyer's words too, and are nobody's own
    return this.unitOfWork.run<BuyerErased | Refused<NotFound | InvalidField>>(ctx, async () => {
      const [locked] = await lockBuyers(this.database, ctx, [buyerId]);
      if (!locked) return refuse(new NotFound());
      if (locked.erasedAt) return new BuyerErased(buyerId, 0);
      const buyer = await this.buyers.getById(ctx, buyerId);
      if (confirmName.trim() !== buyer.name.trim())
        return refuse(new InvalidField('confirmName', 'This is not the name of the buyer'));
      const now = this.clock.now();
      await this.clocks.decline(ctx, buyerId, now);
      let rows = await this.attachments.allOf(ctx, { buyerId });
      for (const step of ERASURE_STEPS) {
        const params = step.includes('$3') ? [ctx.workspaceId, buyerId, now] : [ctx.workspaceId, buyerId];
        const [done] = await this.database.query<{ n: number }>(
          ctx,
          `with done as (${step} returning 1) select count(*)::int as n from done`,
          params,
        );
        rows += done!.n;
      }
      this.append(ctx, 'buyer.erased', buyerId);
      await this.regrade.execute(ctx, buyerId, 'facts', now);
      return new BuyerErased(buyerId, rows);
    });
  }

  private append(ctx: RequestContext, verb: string, buyerId: string): void {
    this.events.append(ctx, { verb, subjectKind: 'buyer', subjectId: buyerId, buyerId });
  }
}

import { Injectable } from '@nestjs/common';
import {
  EventLog,
  MailSuppressionsRepository,
  UnitOfWork,
  newId,
  type MailSuppressionEntity,
  type TenantContext,
} from '@dangol/db';
import { Clock } from '../../../platform/clock/clock.ts';

/** Why no mail may reach an address. */
export interface NewSuppression {
  readonly id?: string;
  readonly address: string;
  readonly reason: MailSuppressionEntity['reason'];
  readonly detail: string | null;
  readonly channelId: string | null;
}

const MAX_DETAIL = 500;

/** The addresses of a workspace that no mail may reach. */
@Injectable()
export class MailSuppressions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly suppressions: MailSuppressionsRepository,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async find(ctx: TenantContext, address: string): Promise<MailSuppressionEntity | null> {
    const [found] = await this.suppressions.find(ctx, { address: address.toLowerCase() }, { limit: 1 });
    return found ?? null;
  }

  /** Puts an address on the list; one that is on it stays as it is. Answers the id under which it stands. */
  add(ctx: TenantContext, { id = newId(), address, reason, detail, channelId }: NewSuppression): Promise<string> {
    return this.unitOfWork.run(ctx, async () => {
      const row = {
        id,
        address: address.toLowerCase(),
        reason,
        detail: detail?.slice(0, MAX_DETAIL).toWellFormed() ?? null,
        channelId,
        createdBy: ctx.actor.kind === 'member' ? ctx.actor.id : null,
        createdAt: this.clock.now(),
      };
      if (await this.suppressions.insertIfNew(ctx, row, ['address'])) {
        const about = { subjectKind: 'mail_suppression', subjectId: id };
        this.events.append(ctx, { ...about, verb: 'mail.suppressed', data: { reason } }); // not the address
        return id;
      }
      return (await this.find(ctx, address))!.id;
    });
  }

  /** Takes an address off the list; true when it was on it. */
  remove(ctx: TenantContext, id: string): Promise<boolean> {
    return this.unitOfWork.run(ctx, async () => {
      const row = await this.suppressions.findById(ctx, id, { lock: true });
      if (!row) return false;
      await this.suppressions.delete(ctx, id);
      this.events.append(ctx, {
        verb: 'mail.unsuppressed',
        subjectKind: 'mail_suppression',
        subjectId: id,
        data: { reason: row.reason },
      });
      return true;
    });
  }
}

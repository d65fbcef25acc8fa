import { Injectable } from '@nestjs/common';
import { CONFIRMED_STEPS, type MovingInStepKey } from '@dangol/crm';
import { EventLog, TenantDatabase, UnitOfWork, refuse, type Refused } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import { confirmSteps, markSetup, type SetupMark } from '../settings/setup-marks.ts';
import type { MovingIn, MovingInAct } from './moving-in.model.ts';
import { queryMovingIn } from './moving-in.query.ts';

/** What a person says about moving in; everything else about it is read from data. */
@Injectable()
export class ChangeMovingInUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Confirms, skips or takes up a step. Saying it again changes nothing. */
  async change(
    ctx: RequestContext,
    step: MovingInStepKey,
    act: MovingInAct,
  ): Promise<MovingIn | Refused<InvalidField>> {
    if (act === 'CONFIRM' && !(CONFIRMED_STEPS as readonly string[]).includes(step))
      return refuse(new InvalidField('step', 'is done by doing it: only settings can be confirmed as they are'));
    await this.unitOfWork.run(ctx, async () => {
      const now = this.clock.now();
      if (act === 'CONFIRM') await confirmSteps(this.database, ctx, [step], now);
      else await markSetup(this.database, ctx, 'skipped', { [step]: act === 'SKIP' ? this.mark(ctx) : null });
      this.append(ctx, { step, act: act.toLowerCase() });
    });
    return queryMovingIn(this.database, ctx, this.clock.now());
  }

  /** Puts the whole list away, or shows it again. */
  async hide(ctx: RequestContext, hidden: boolean): Promise<MovingIn> {
    await this.unitOfWork.run(ctx, async () => {
      await this.database.query(
        ctx,
        `update workspaces set setup = jsonb_strip_nulls(setup || jsonb_build_object('hidden', $2::jsonb)) where id = $1`,
        [ctx.workspaceId, JSON.stringify(hidden ? this.mark(ctx) : null)],
      );
      this.append(ctx, { act: hidden ? 'hide' : 'show' });
    });
    return queryMovingIn(this.database, ctx, this.clock.now());
  }

  private mark(ctx: RequestContext): SetupMark {
    return { at: this.clock.now().toISOString(), by: ctx.actor.kind === 'member' ? ctx.actor.id : null };
  }

  private append(ctx: RequestContext, data: Record<string, unknown>): void {
    this.events.append(ctx, {
      verb: 'workspace.moving_in',
      subjectKind: 'workspace',
      subjectId: ctx.workspaceId,
      data,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { checkBusinessHours, compileCalendar, countDueTimeShift, type BusinessCalendar } from '@dangol/crm';
import { TenantDatabase, UnitOfWork, refuse, wholeWorkspace, type Refused, type TenantContext } from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { RulesMoved } from '../../platform/graphql/shared-refusals.ts';
import { CalendarVersions, confirmSteps } from '../../workspaces/index.ts';
import { toCalendar } from './business-hours.mapping.ts';
import {
  BusinessHoursPreview,
  BusinessHoursSaved,
  InvalidBusinessHours,
  type BusinessHoursInput,
} from './business-hours.model.ts';
import { queryBusinessHours, queryTimeZone } from './business-hours.query.ts';
import { DueTimeMover, queryOpenClocks } from './move-due-times.ts';

/** From here on moving due times would keep the person, and everybody who answers, waiting: a job does it. */
const AT_ONCE = 5_000;
/** A message that arrived while the hours were being saved may have been measured by the old ones; this is when it is looked for. */
const LOOK_AGAIN_MS = 10_000;

/** Saves hours as a new version; inquiries that wait move with them. */
@Injectable()
export class SaveBusinessHoursUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly calendars: CalendarVersions,
    private readonly mover: DueTimeMover,
    private readonly clock: Clock,
  ) {}

  /** Saving what stands already only confirms it. */
  execute(
    caller: TenantContext,
    input: BusinessHoursInput,
  ): Promise<BusinessHoursSaved | Refused<InvalidBusinessHours | RulesMoved>> {
    const ctx = wholeWorkspace(caller); // due times are everybody's, whatever the caller may look at
    return this.unitOfWork.run<BusinessHoursSaved | Refused<InvalidBusinessHours | RulesMoved>>(ctx, async () => {
      const current = await this.calendars.lockCurrent(ctx);
      const calendar = await this.check(ctx, input, current.version + 1);
      if (calendar instanceof InvalidBusinessHours) return refuse(calendar);
      if (current.version !== input.basedOn) return refuse(new RulesMoved(current.version));
      const now = this.clock.now();
      await confirmSteps(this.database, ctx, ['hours'], now);
      const openInquiries = await this.countOpen(ctx);
      await this.calendars.keep(
        ctx,
        current,
        calendar,
        openInquiries > AT_ONCE ? null : new Date(now.getTime() + LOOK_AGAIN_MS),
      );
      const movedInquiries = openInquiries > AT_ONCE ? null : (await this.mover.move(ctx, AT_ONCE)).moved;
      const hours = await queryBusinessHours(this.database, ctx);
      return Object.assign(new BusinessHoursSaved(), { hours, openInquiries, movedInquiries });
    });
  }

  /** What saving would do to the inquiries that wait. */
  async preview(
    caller: TenantContext,
    input: BusinessHoursInput,
  ): Promise<BusinessHoursPreview | Refused<InvalidBusinessHours>> {
    const ctx = wholeWorkspace(caller);
    const calendar = await this.check(ctx, input, input.basedOn + 1);
    if (calendar instanceof InvalidBusinessHours) return refuse(calendar);
    const clocks = await queryOpenClocks(this.database, ctx);
    const shift = countDueTimeShift(clocks, compileCalendar(calendar), this.clock.now().getTime());
    const { open: openInquiries, earlier, later, overdue } = shift;
    return Object.assign(new BusinessHoursPreview(), {
      openInquiries,
      moved: earlier + later,
      earlier,
      later,
      overdue,
    });
  }

  /** The calendar as it would be saved, or what is wrong with it. */
  private async check(
    ctx: TenantContext,
    input: BusinessHoursInput,
    version: number,
  ): Promise<BusinessCalendar | InvalidBusinessHours> {
    const calendar = toCalendar(input, await queryTimeZone(this.database, ctx), version);
    const problems = checkBusinessHours(calendar);
    return problems.length > 0 ? new InvalidBusinessHours(problems) : calendar;
  }

  private async countOpen(ctx: TenantContext): Promise<number> {
    const [row] = await this.database.query<{ n: number }>(
      ctx,
      `select count(*)::int as n from inquiries where workspace_id = $1 and status = 'open'`,
      [ctx.workspaceId],
    );
    return row!.n;
  }
}

import { Injectable } from '@nestjs/common';
import { checkBusinessHours, compileCalendar, countDueTimeShift, type BusinessCalendar } from '@dangol/crm';
import {
  TenantDatabase,
  UnitOfWork,
  refuse,
  wholeWorkspace,
  type BusinessCalendarEntity,
  type Refused,
  type TenantContext,
} from '@dangol/db';
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
import { hasOwnHours, queryBusinessHours, queryTimeZone } from './business-hours.query.ts';
import { MoveOpenClocks } from './move-open-clocks.ts';
import { queryOpenClocks } from './open-clocks.query.ts';

/** Saves hours as a new version, the workspace's or a channel's own; what waits moves with them. */
@Injectable()
export class SaveBusinessHoursUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly calendars: CalendarVersions,
    private readonly moveOpenClocks: MoveOpenClocks,
    private readonly clock: Clock,
  ) {}

  /** Saving what stands already only confirms it. */
  execute(
    caller: TenantContext,
    input: BusinessHoursInput,
    channelId: string | null = null,
  ): Promise<BusinessHoursSaved | Refused<InvalidBusinessHours | RulesMoved>> {
    const ctx = wholeWorkspace(caller); // due times are everybody's, whatever the caller may look at
    return this.unitOfWork.run<BusinessHoursSaved | Refused<InvalidBusinessHours | RulesMoved>>(ctx, async () => {
      const current = await this.lock(ctx, channelId);
      if (!current) return refuse(withoutHours(channelId));
      const calendar = await this.check(ctx, input, current.version + 1);
      if (calendar instanceof InvalidBusinessHours) return refuse(calendar);
      if (current.version !== input.basedOn) return refuse(new RulesMoved(current.version));
      if (!channelId) await confirmSteps(this.database, ctx, ['hours'], this.clock.now());
      const planned = await this.moveOpenClocks.plan(ctx);
      await this.calendars.keep(ctx, current, calendar, planned.lookAgainAt);
      const movedInquiries = await planned.move();
      const hours = await queryBusinessHours(this.database, ctx, channelId);
      return Object.assign(new BusinessHoursSaved(), { hours, openInquiries: planned.openInquiries, movedInquiries });
    });
  }

  /** What saving would do to the inquiries that wait. */
  async preview(
    caller: TenantContext,
    input: BusinessHoursInput,
    channelId: string | null = null,
  ): Promise<BusinessHoursPreview | Refused<InvalidBusinessHours>> {
    const ctx = wholeWorkspace(caller);
    if (channelId && !(await hasOwnHours(this.database, ctx, channelId))) return refuse(withoutHours(channelId));
    const calendar = await this.check(ctx, input, input.basedOn + 1);
    if (calendar instanceof InvalidBusinessHours) return refuse(calendar);
    const clocks = await queryOpenClocks(this.database, ctx, channelId ? { channelId } : 'common');
    const compiled = compileCalendar(calendar);
    return BusinessHoursPreview.of(countDueTimeShift(clocks, () => compiled, this.clock.now().getTime()));
  }

  /** The version that stands, kept from moving; null for a channel without hours of its own. */
  private async lock(ctx: TenantContext, channelId: string | null): Promise<BusinessCalendarEntity | null> {
    if (!channelId) return this.calendars.lockCurrent(ctx);
    const current = await this.calendars.lockChannel(ctx, channelId);
    return (await hasOwnHours(this.database, ctx, channelId)) ? current : null;
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
}

const withoutHours = (channelId: string | null): InvalidBusinessHours =>
  new InvalidBusinessHours([{ code: 'channelWithoutHours', path: 'channelId', value: channelId ?? '' }]);

import { businessSecondsBetween, compileCalendar, type BusinessCalendar, type CompiledCalendar } from '@dangol/crm';
import type { TenantContext } from '@dangol/db';
import type { Reader } from './sample-scope.ts';

/** The business calendars of a workspace, each compiled when it is first asked for. */
export class BusinessWaits {
  private readonly compiled = new Map<string, CompiledCalendar>();

  private constructor(private readonly calendars: ReadonlyMap<string, BusinessCalendar>) {}

  /** Reads every version there is; a workspace has few. */
  static async read(reader: Reader, ctx: TenantContext): Promise<BusinessWaits> {
    const rows = await reader.query<{ id: string; version: number; calendar: BusinessCalendar }>(
      `select id, version, calendar from business_calendars where workspace_id = $1`,
      [ctx.workspaceId],
    );
    return new BusinessWaits(new Map(rows.map(({ id, version, calendar }) => [id, { ...calendar, version }])));
  }

  /** Open time between two instants in the hours of a calendar, milliseconds; whole seconds, as ended ones are stored. */
  between(calendarId: string, fromMs: number, toMs: number): number {
    return Math.floor(businessSecondsBetween(this.calendar(calendarId), fromMs, toMs)) * 1000;
  }

  private calendar(id: string): CompiledCalendar {
    const known = this.compiled.get(id);
    if (known) return known;
    const calendar = this.calendars.get(id);
    if (!calendar) throw new Error(`Business calendar ${id} does not exist`);
    const compiled = compileCalendar(calendar);
    this.compiled.set(id, compiled);
    return compiled;
  }
}

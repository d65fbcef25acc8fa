import { Injectable } from '@nestjs/common';
import { compileCalendar, type BusinessCalendar, type CompiledCalendar, type SlaPolicy } from '@dangol/crm';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { LRUCache } from 'lru-cache';
import { CURRENT_CALENDAR } from './clocks/served-conversations.query.ts';

/** One version of the workspace's hours and targets, ready to compute with. */
export interface SlaVersion {
  calendarId: string;
  calendar: CompiledCalendar;
  calendarVersion: number;
  policyId: string;
  policy: SlaPolicy;
}

/** Reads business calendars and SLA policies. A version never changes once stored, so compiled ones are kept in memory. */
@Injectable()
export class SlaSettings {
  private readonly calendars = new LRUCache<string, CompiledCalendar>({ max: 2_000 });
  private readonly policies = new LRUCache<string, SlaPolicy>({ max: 2_000 });

  constructor(private readonly database: TenantDatabase) {}

  /** The version that new inquiries and open clocks of a channel use; without a channel, of those without hours of their own. */
  async current(ctx: TenantContext, channelId: string | null = null): Promise<SlaVersion> {
    const [row] = await this.database.query<{ calendarId: string | null; policyId: string | null }>(
      ctx,
      `select ${CURRENT_CALENDAR} as "calendarId",
         (select id from sla_policies where workspace_id = $1 order by version desc limit 1) as "policyId"
       from (select 1) one left join channels ch on ch.workspace_id = $1 and ch.id = $2`,
      [ctx.workspaceId, channelId],
      { name: 'current-sla-settings' },
    );
    if (!row?.calendarId || !row.policyId)
      throw new Error(`Workspace ${ctx.workspaceId} has no business calendar or SLA policy`);
    return this.version(ctx, row.calendarId, row.policyId);
  }

  /** A stored version, as closed inquiries keep it. */
  async version(ctx: TenantContext, calendarId: string, policyId: string): Promise<SlaVersion> {
    const calendar = await this.calendar(ctx, calendarId);
    return {
      calendarId,
      calendar,
      calendarVersion: calendar.version,
      policyId,
      policy: await this.policy(ctx, policyId),
    };
  }

  private async calendar(ctx: TenantContext, id: string): Promise<CompiledCalendar> {
    const key = `${ctx.workspaceId}:${id}`;
    const known = this.calendars.get(key);
    if (known) return known;
    const [row] = await this.database.query<{ version: number; calendar: BusinessCalendar }>(
      ctx,
      `select version, calendar from business_calendars where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id],
    );
    if (!row) throw new Error(`Business calendar ${id} does not exist`);
    const compiled = compileCalendar({ ...row.calendar, version: row.version });
    this.calendars.set(key, compiled);
    return compiled;
  }

  private async policy(ctx: TenantContext, id: string): Promise<SlaPolicy> {
    const key = `${ctx.workspaceId}:${id}`;
    const known = this.policies.get(key);
    if (known) return known;
    const [row] = await this.database.query<{ version: number; policy: SlaPolicy }>(
      ctx,
      `select version, policy from sla_policies where workspace_id = $1 and id = $2`,
      [ctx.workspaceId, id],
    );
    if (!row) throw new Error(`SLA policy ${id} does not exist`);
    const policy = { ...row.policy, version: row.version };
    this.policies.set(key, policy);
    return policy;
  }
}

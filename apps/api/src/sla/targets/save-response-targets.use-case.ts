import { Injectable } from '@nestjs/common';
import { checkResponseTargets, countDueTimeShift, responseTargetMinutes, type SlaPolicy } from '@dangol/crm';
import {
  EventLog,
  JobQueue,
  SlaPoliciesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
  wholeWorkspace,
  type Refused,
  type SlaPolicyEntity,
  type TenantContext,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import { RulesMoved } from '../../platform/graphql/shared-refusals.ts';
import { MOVE_DUE_TIMES } from '../../workspaces/index.ts';
import { BusinessHoursPreview } from '../hours/business-hours.model.ts';
import { MoveOpenClocks } from '../hours/move-open-clocks.ts';
import { queryOpenClocks } from '../hours/open-clocks.query.ts';
import { SlaSettings } from '../sla-settings.ts';
import { toPolicy } from './response-targets.mapping.ts';
import { InvalidTargets, ResponseTargetsSaved, type ResponseTargetsInput } from './response-targets.model.ts';
import { queryChannelIds, queryResponseTargets } from './response-targets.query.ts';

type Outcome = ResponseTargetsSaved | Refused<InvalidTargets | RulesMoved>;

/** Saves response targets as a new version; what waits moves with them, what is closed keeps its promise. */
@Injectable()
export class SaveResponseTargetsUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly policies: SlaPoliciesRepository,
    private readonly settings: SlaSettings,
    private readonly moveOpenClocks: MoveOpenClocks,
    private readonly jobs: JobQueue,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(caller: TenantContext, input: ResponseTargetsInput): Promise<Outcome> {
    const ctx = wholeWorkspace(caller); // due times are everybody's, whatever the caller may look at
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      await this.database.query(ctx, `select pg_advisory_xact_lock(hashtextextended('sla-policies:' || $1, 0))`, [
        ctx.workspaceId,
      ]);
      const current = await this.current(ctx);
      const policy = await this.check(ctx, input, current);
      if (policy instanceof InvalidTargets) return refuse(policy);
      if (current.version !== input.basedOn) return refuse(new RulesMoved(current.version));
      const planned = await this.moveOpenClocks.plan(ctx);
      await this.keep(ctx, policy, planned.lookAgainAt);
      const movedInquiries = await planned.move();
      const targets = await queryResponseTargets(this.database, ctx);
      const { openInquiries } = planned;
      return Object.assign(new ResponseTargetsSaved(), { targets, openInquiries, movedInquiries });
    });
  }

  /** What saving would do to the inquiries that wait. */
  async preview(
    caller: TenantContext,
    input: ResponseTargetsInput,
  ): Promise<BusinessHoursPreview | Refused<InvalidTargets>> {
    const ctx = wholeWorkspace(caller);
    const current = await this.current(ctx);
    const policy = await this.check(ctx, input, current);
    if (policy instanceof InvalidTargets) return refuse(policy);
    const clocks = await queryOpenClocks(this.database, ctx);
    const calendars = new Map<string, Awaited<ReturnType<SlaSettings['version']>>>();
    for (const { calendarId } of clocks)
      if (!calendars.has(calendarId))
        calendars.set(calendarId, await this.settings.version(ctx, calendarId, current.id));
    const promised = clocks.map((clock) => ({
      ...clock,
      targetMinutes: responseTargetMinutes(policy, clock.turn, clock),
    }));
    const nowMs = this.clock.now().getTime();
    return BusinessHoursPreview.of(
      countDueTimeShift(promised, ({ calendarId }) => calendars.get(calendarId)!.calendar, nowMs),
    );
  }

  private async check(
    ctx: TenantContext,
    input: ResponseTargetsInput,
    current: SlaPolicyEntity,
  ): Promise<SlaPolicy | InvalidTargets> {
    const policy = toPolicy(input, { ...current.policy, version: current.version });
    if (policy instanceof InvalidTargets) return policy;
    const [problem] = checkResponseTargets(policy, await queryChannelIds(this.database, ctx));
    return problem ? new InvalidTargets(problem) : policy;
  }

  private async keep(ctx: TenantContext, policy: SlaPolicy, moveAt: Date | null): Promise<void> {
    const id = newId();
    const createdBy = ctx.actor.kind === 'member' ? ctx.actor.id : null;
    const { version } = policy;
    await this.policies.insert(ctx, { id, version, policy, createdBy, createdAt: this.clock.now() });
    const verb = 'response_targets.saved';
    this.events.append(ctx, { verb, subjectKind: 'response_targets', subjectId: id, data: { version } });
    await this.jobs.enqueue(ctx, {
      task: MOVE_DUE_TIMES,
      payload: {},
      key: MOVE_DUE_TIMES,
      ...(moveAt && { runAt: moveAt }),
    });
  }

  private async current(ctx: TenantContext): Promise<SlaPolicyEntity> {
    const [current] = await this.policies.find(ctx, {}, { orderBy: { version: 'desc' }, limit: 1 });
    if (!current) throw new Error(`Workspace ${ctx.workspaceId} has no SLA policy`);
    return current;
  }
}

import { Injectable } from '@nestjs/common';
import { defaultGradingRules, isTimeZone, type GradedCurrency, type MovingInStepKey } from '@dangol/crm';
import {
  EventLog,
  GradingRulesRepository,
  TenantDatabase,
  UnitOfWork,
  WorkspacesRepository,
  newId,
  refuse,
  wholeWorkspace,
  type Refused,
} from '@dangol/db';
import { Clock } from '../../platform/clock/clock.ts';
import type { RequestContext } from '../../platform/context/request-context.ts';
import { InvalidField } from '../../platform/graphql/shared-refusals.ts';
import { SessionSignals } from '../../platform/session/session-signals.ts';
import { CalendarVersions } from './calendar-versions.ts';
import { confirmSteps } from './setup-marks.ts';
import {
  CurrencyInUse,
  MAX_UNDO_SECONDS,
  MAX_WORKSPACE_NAME,
  type WorkspaceSettings,
  type WorkspaceSettingsInput,
} from './workspace-settings.model.ts';
import { isBaseCurrency, queryWorkspaceSettings } from './workspace-settings.query.ts';

type Outcome = WorkspaceSettings | Refused<InvalidField | CurrencyInUse>;
type Changes = Partial<Pick<WorkspaceSettings, 'name' | 'language' | 'timeZone' | 'baseCurrency' | 'undoSendSeconds'>>;

/** Settings that moving in asks about: naming one confirms it, also as it is. */
const CONFIRMS = { language: 'language', baseCurrency: 'currency' } as const satisfies Record<string, MovingInStepKey>;

/** Changes the settings of the workspace itself. */
@Injectable()
export class ChangeWorkspaceUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly workspaces: WorkspacesRepository,
    private readonly gradingRules: GradingRulesRepository,
    private readonly calendars: CalendarVersions,
    private readonly signals: SessionSignals,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** What is left out stays; nothing is saved unless everything can be. */
  execute(caller: RequestContext, input: WorkspaceSettingsInput): Promise<Outcome> {
    const ctx = wholeWorkspace(caller); // what is stored in a currency counts, whoever's it is
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const invalid = invalidSetting(input);
      if (invalid) return refuse(invalid);
      // Two at once would each see the currency free of the other's order of things.
      await this.database.query(ctx, `select from workspaces where id = $1 for no key update`, [ctx.workspaceId]);
      const before = await queryWorkspaceSettings(this.database, ctx);
      const changes = changesOf(before, input);
      if (changes.baseCurrency !== undefined && before.currencyHeldBy.length > 0)
        return refuse(new CurrencyInUse(before.currencyHeldBy));
      await this.apply(ctx, before, changes);
      const named = (Object.keys(CONFIRMS) as (keyof typeof CONFIRMS)[]).filter((key) => input[key] != null);
      if (named.length > 0)
        await confirmSteps(
          this.database,
          ctx,
          named.map((key) => CONFIRMS[key]),
          this.clock.now(),
        );
      const fields = Object.keys(changes);
      if (fields.length > 0 || named.length > 0)
        this.events.append(ctx, {
          verb: 'workspace.changed',
          subjectKind: 'workspace',
          subjectId: ctx.workspaceId,
          data: { fields, confirmed: named.map((key) => CONFIRMS[key]) },
        });
      return queryWorkspaceSettings(this.database, ctx);
    });
  }

  private async apply(ctx: RequestContext, before: WorkspaceSettings, changes: Changes): Promise<void> {
    if (Object.keys(changes).length === 0) return;
    await this.workspaces.update(ctx, changes);
    if (changes.name !== undefined) await this.signals.rightsChanged(ctx.workspaceId); // sessions hold the name
    if (changes.timeZone !== undefined) await this.moveHours(ctx, before.timeZone, changes.timeZone);
    if (changes.baseCurrency !== undefined) await this.restateRules(ctx, changes.baseCurrency as GradedCurrency);
  }

  /** The same hours on the clocks of the new zone. Hours that were written for a zone of their own stay there. */
  private async moveHours(ctx: RequestContext, from: string, timeZone: string): Promise<void> {
    for (const current of [await this.calendars.lockCurrent(ctx), ...(await this.calendars.lockChannels(ctx))])
      if (current.calendar.timeZone === from)
        await this.calendars.keep(ctx, current, { ...current.calendar, timeZone });
  }

  /** The default rules, written in the new currency; other rules would have held the old one. */
  private async restateRules(ctx: RequestContext, currency: GradedCurrency): Promise<void> {
    const [current] = await this.gradingRules.find(ctx, {}, { orderBy: { version: 'desc' }, limit: 1 });
    if (!current) return;
    const id = newId();
    const version = current.version + 1;
    const createdBy = ctx.actor.kind === 'member' ? ctx.actor.id : null;
    const rules = { ...defaultGradingRules(currency), version };
    await this.gradingRules.insert(ctx, { id, version, rules, createdBy, createdAt: this.clock.now() });
    const event = { verb: 'grading_rules.saved', subjectKind: 'grading_rules', subjectId: id, data: { version } };
    this.events.append(ctx, event);
  }
}

function changesOf(before: WorkspaceSettings, input: WorkspaceSettingsInput): Changes {
  const keys = ['name', 'language', 'timeZone', 'baseCurrency', 'undoSendSeconds'] as const;
  return Object.fromEntries(
    keys.flatMap((key) => (input[key] != null && input[key] !== before[key] ? [[key, input[key]]] : [])),
  );
}

/** The first setting that no workspace can have, or null. */
function invalidSetting({
  name,
  timeZone,
  baseCurrency,
  undoSendSeconds,
}: WorkspaceSettingsInput): InvalidField | null {
  if (name != null && (name.length === 0 || name.length > MAX_WORKSPACE_NAME))
    return new InvalidField('name', `must have 1 to ${MAX_WORKSPACE_NAME} characters`);
  if (timeZone != null && !isTimeZone(timeZone)) return new InvalidField('timeZone', 'must be an IANA time zone');
  if (baseCurrency != null && !isBaseCurrency(baseCurrency))
    return new InvalidField('baseCurrency', 'must be one of the currencies to choose from');
  if (undoSendSeconds != null && (undoSendSeconds < 0 || undoSendSeconds > MAX_UNDO_SECONDS))
    return new InvalidField('undoSendSeconds', `must be 0 to ${MAX_UNDO_SECONDS}`);
  return null;
}

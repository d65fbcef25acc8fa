import { Injectable } from '@nestjs/common';
import { visibleLine } from '@dangol/crm';
import {
  ChannelsRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
  type ImportEntity,
  type Refused,
  type RowPatch,
} from '@dangol/db';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { defaultChannel } from './import-channel.query.ts';
import { ImportBusy, type ImportSettingsInput } from './import.input.ts';
import { ImportSteps } from './import-steps.ts';
import { maySeeCells } from './may-see-cells.ts';
import { PlanMapping, type PlannedMapping } from './plan-mapping.ts';
import { givesOptions, optionsOf, withInput } from './changed-settings.ts';
import { problemOfSettings } from './problem-of-settings.ts';
import type { ImportState, StoredImport } from './stored-import.ts';

type Outcome = { importId: string } | Refused<NotFound | InvalidField | ImportBusy>;

/** Before the rows go in everything can be changed; what was checked is checked again. */
const CHANGEABLE = new Set<ImportEntity['status']>(['reading', 'mapping', 'checking', 'checked', 'failed']);

/** Changes how a file is read and where it belongs, and has it read or checked again as far as needed. */
@Injectable()
export class ChangeImportUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly channels: ChannelsRepository,
    private readonly mapping: PlanMapping,
    private readonly steps: ImportSteps,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, id: string, revision: number, input: ImportSettingsInput): Promise<Outcome> {
    return this.unitOfWork.run<Outcome>(ctx, async () => {
      const found = await this.steps.find(ctx, id, { lock: true });
      if (!found || !maySeeCells(ctx, found)) return refuse(new NotFound());
      if (!CHANGEABLE.has(found.status) || found.runAt) return refuse(new ImportBusy(found.status));
      if (found.revision !== revision)
        return refuse(new InvalidField('revision', `somebody has changed it meanwhile; it is at ${found.revision}`));
      const problem = problemOfSettings(input, found);
      if (problem) return refuse(problem);
      const channel = await this.channelOf(ctx, input);
      if (channel instanceof InvalidField) return refuse(channel);
      if (this.mustRead(input, found)) await this.readAgain(ctx, found, input, channel);
      else await this.planAgain(ctx, found, input, channel);
      this.steps.tell(ctx, id, 'changed');
      return { importId: id };
    });
  }

  private mustRead({ sheet, headerRow, encoding }: ImportSettingsInput, { layout }: StoredImport): boolean {
    return !layout || Boolean(sheet ?? headerRow ?? encoding);
  }

  private async channelOf(
    ctx: RequestContext,
    { channelId, newChannelName }: ImportSettingsInput,
  ): Promise<{ id: string | null; newName: string | null } | null | InvalidField> {
    if (channelId) {
      const channel = await this.channels.findById(ctx, channelId);
      return channel ? { id: channel.id, newName: null } : new InvalidField('channelId', 'No channel has this id');
    }
    const newName = newChannelName ? visibleLine(newChannelName) : null;
    if (!newName) return null;
    const [there] = await this.channels.find(ctx, { name: newName }, { limit: 1 });
    return there ? { id: there.id, newName: null } : { id: null, newName };
  }

  private async readAgain(
    ctx: RequestContext,
    found: StoredImport,
    input: ImportSettingsInput,
    channel: { id: string | null; newName: string | null } | null,
  ): Promise<void> {
    const { sheet, headerRow, encoding } = input;
    const chosen = {
      ...found.state.chosen,
      ...(sheet && { sheet, headerRow: undefined }),
      ...(headerRow && { headerRow }),
      ...(encoding && { encoding }),
    };
    await this.database.query(ctx, `delete from import_rows where workspace_id = $1 and import_id = $2`, [
      ctx.workspaceId,
      found.id,
    ]);
    await this.store(ctx, found, input, channel, { status: 'reading' }, { chosen });
  }

  private async planAgain(
    ctx: RequestContext,
    found: StoredImport,
    input: ImportSettingsInput,
    channel: { id: string | null; newName: string | null } | null,
  ): Promise<void> {
    const planned = await this.plan(ctx, found, input);
    const kind = input.kind ?? found.kind;
    const source = (input.source && visibleLine(input.source)) || found.source;
    if (input.saveMapping) await this.saveMapping(ctx, kind, source, found, planned);
    const none = found.channelId === null && !found.state.newChannelName;
    const place = channel ?? (none ? await defaultChannel(this.database, ctx, kind, source, planned.mapping) : null);
    await this.store(
      ctx,
      found,
      input,
      place,
      { mapping: [...planned.mapping], options: planned.options, status: planned.ready ? 'checking' : 'mapping' },
      {},
    );
  }

  /** Another kind or source means other columns; else what a person set stays, with the new mapping on it. */
  private async plan(ctx: RequestContext, found: StoredImport, input: ImportSettingsInput): Promise<PlannedMapping> {
    const layout = found.layout!;
    const kind = input.kind ?? found.kind;
    const source = (input.source && visibleLine(input.source)) || found.source;
    const anew = kind !== found.kind || source !== found.source;
    const base = anew
      ? await this.mapping.suggest(ctx, found, layout, kind, source)
      : { mapping: found.mapping, options: found.options };
    const settled = Boolean(input.dateOrder ?? found.state.datesSettled);
    return this.mapping.plan(layout, kind, withInput(base.mapping, input), optionsOf(base.options, input), settled);
  }

  private async store(
    ctx: RequestContext,
    found: StoredImport,
    input: ImportSettingsInput,
    channel: { id: string | null; newName: string | null } | null,
    patch: RowPatch<ImportEntity>,
    state: Partial<ImportState>,
  ): Promise<void> {
    const source = input.source && visibleLine(input.source);
    await this.steps.update(ctx, found.id, {
      options: optionsOf(found.options, input),
      ...patch,
      ...(input.kind && { kind: input.kind }),
      ...(source && { source }),
      ...(channel && { channelId: channel.id }),
      revision: found.revision + 1,
      problemCode: null,
      problem: null,
      doneRows: 0,
      finishedAt: null,
    });
    await this.steps.setState(ctx, found.id, {
      ...state,
      ...(input.kind && { kindGiven: true }),
      ...(input.dateOrder && { datesSettled: true }),
      ...(givesOptions(input) && { optionsGiven: true }),
      ...(channel && { newChannelName: channel.newName }),
    });
    if (patch.status !== 'mapping') await this.steps.enqueue(ctx, found.id);
  }

  private async saveMapping(
    ctx: RequestContext,
    kind: string,
    source: string,
    { layout }: StoredImport,
    { mapping, options, ordered }: PlannedMapping,
  ): Promise<void> {
    const headers = new Map(layout?.columns.map(({ index, header }) => [index, header]));
    const columns = mapping.map(({ column, field }) => ({ header: headers.get(column) ?? '', field }));
    const { timeZone, dateOrder, currency, decimalComma } = options;
    // An order that is only assumed would count as said with the next file, which then would not be asked about.
    await this.database.query(
      ctx,
      `insert into import_mappings (workspace_id, id, kind, source, columns, options, updated_by, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (workspace_id, kind, source) do update set columns = excluded.columns, options = excluded.options,
         updated_by = excluded.updated_by, updated_at = excluded.updated_at`,
      [
        ctx.workspaceId,
        newId(),
        kind,
        source,
        JSON.stringify(columns),
        JSON.stringify({ timeZone, ...(ordered && { dateOrder }), currency, decimalComma }),
        ctx.member?.id ?? null,
        this.clock.now(),
      ],
    );
  }
}

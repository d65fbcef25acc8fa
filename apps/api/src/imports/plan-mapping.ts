import {
  missingFields,
  presetOf,
  suggestMapping,
  type ColumnMapping,
  type ImportKind,
  type SavedMapping,
} from '@dangol/crm';
import { ImportMappingsRepository, TenantDatabase, type TenantContext } from '@dangol/db';
import { Injectable } from '@nestjs/common';
import type { Layout } from './reading/index.ts';
import { settledOptions } from './settled-options.ts';
import { FIRST_OPTIONS, type StoredImport, type StoredOptions } from './stored-import.ts';

/** How the columns of a file are read, and whether that is clear enough to check its rows. */
export interface PlannedMapping {
  readonly mapping: readonly ColumnMapping[];
  readonly options: StoredOptions;
  readonly ready: boolean;
  /** The order of day and month is said or told, not only assumed. */
  readonly ordered: boolean;
}

/** Plans how a file is read: as kept with its source, else as its source writes, else as its headers and cells tell. */
@Injectable()
export class PlanMapping {
  constructor(
    private readonly database: TenantDatabase,
    private readonly mappings: ImportMappingsRepository,
  ) {}

  /** What a file of this kind and source most likely means. */
  async suggest(
    ctx: TenantContext,
    found: StoredImport,
    layout: Layout,
    kind: ImportKind,
    source: string,
  ): Promise<PlannedMapping> {
    const [saved] = await this.mappings.find(ctx, { kind, source }, { limit: 1 });
    const mapping = suggestMapping(kind, layout.columns, source, (saved?.columns as SavedMapping | undefined) ?? null);
    const kept = saved?.options as Partial<StoredOptions> | undefined;
    const options = found.state.optionsGiven ? found.options : { ...(await this.firstOptions(ctx, source)), ...kept };
    const settled = (found.state.datesSettled ?? false) || kept?.dateOrder !== undefined;
    return this.plan(layout, kind, mapping, options, settled);
  }

  /** Whether the mapping is enough, with what the cells themselves tell of dates and decimals. */
  plan(
    layout: Layout,
    kind: ImportKind,
    mapping: readonly ColumnMapping[],
    given: StoredOptions,
    settled: boolean,
  ): PlannedMapping {
    const { options, ambiguous, ordered } = settledOptions(layout, kind, mapping, given, settled);
    return { mapping, options, ready: missingFields(kind, mapping).length === 0 && !ambiguous, ordered };
  }

  /** What a source writes in, else what the workspace lives in. */
  private async firstOptions(ctx: TenantContext, source: string): Promise<StoredOptions> {
    const [row] = await this.database.query<{ timeZone: string; currency: string }>(
      ctx,
      `select time_zone as "timeZone", base_currency as currency from workspaces where id = $1`,
      [ctx.workspaceId],
    );
    const preset = presetOf(source);
    return {
      ...FIRST_OPTIONS,
      timeZone: preset?.timeZone ?? row?.timeZone ?? 'UTC',
      currency: preset?.currency ?? row?.currency ?? null,
    };
  }
}

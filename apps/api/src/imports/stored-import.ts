import type { ColumnMapping, ImportKind } from '@dangol/crm';
import type { ImportEntity, TenantContext } from '@dangol/db';
import type { KnownRows, MatchedBy } from './import-applier.ts';
import type { Layout } from './reading/index.ts';

/** How the cells are read and what known records are done to. */
export interface StoredOptions {
  readonly timeZone: string;
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
  /** Of amounts that name none. */
  readonly currency: string | null;
  readonly known: KnownRows;
  readonly history: boolean;
  readonly decimalComma: boolean;
}

/** What the check found that running would do. */
export interface StoredPreview {
  readonly newBuyers: number;
  readonly matched: Readonly<Record<MatchedBy, number>>;
  readonly newRecords: number;
  readonly knownRecords: number;
  readonly repeatedInFile: number;
  readonly examples: readonly { rowNumber: number; value: string; buyerId: string; by: MatchedBy }[];
}

/** Where the work stands besides the position. */
export interface ImportState {
  /** The person said what kind of file it is, or which order the dates have. */
  readonly kindGiven?: boolean;
  readonly datesSettled?: boolean;
  /** The person set options, which reading again leaves alone. */
  readonly optionsGiven?: boolean;
  /** Sheet, header row and encoding as a person chose them; what is left out is found by reading. */
  readonly chosen?: { readonly sheet?: string; readonly headerRow?: number; readonly encoding?: string };
  /** The name of the channel that the run makes, when there is none for it yet. */
  readonly newChannelName?: string | null;
  /** Somebody asked the run to stop after the present batch. */
  readonly stop?: boolean;
  /** What follows from the rows is being done; the last buyer it was done for. */
  readonly followed?: string;
  /** The channel that the run made. */
  readonly madeChannel?: string;
  /** What the buyers were before is noted; rows are being taken away. */
  readonly undoing?: boolean;
  /** Failures since the last step forward. */
  readonly failures?: number;
}

/** An import with its documents typed. */
export type StoredImport = Omit<ImportEntity, 'layout' | 'mapping' | 'options' | 'preview' | 'state' | 'kind'> & {
  readonly kind: ImportKind;
  /** Null until the file was read. */
  readonly layout: Layout | null;
  readonly mapping: readonly ColumnMapping[];
  readonly options: StoredOptions;
  readonly preview: StoredPreview;
  readonly state: ImportState;
};

export const NOTHING_FOUND: StoredPreview = {
  newBuyers: 0,
  matched: { external_id: 0, email: 0, phone: 0, name: 0 },
  newRecords: 0,
  knownRecords: 0,
  repeatedInFile: 0,
  examples: [],
};

export const FIRST_OPTIONS: StoredOptions = {
  timeZone: 'UTC',
  dateOrder: 'ymd',
  currency: null,
  known: 'fill',
  history: true,
  decimalComma: false,
};

/** The row as it is stored; documents that were not written yet are what they are at the beginning. */
export function storedImport(row: ImportEntity): StoredImport {
  return {
    ...row,
    layout: 'columns' in row.layout ? (row.layout as Layout) : null,
    mapping: row.mapping as ColumnMapping[],
    options: { ...FIRST_OPTIONS, ...(row.options as Partial<StoredOptions>) },
    preview: { ...NOTHING_FOUND, ...(row.preview as Partial<StoredPreview>) },
    state: row.state as ImportState,
  };
}

/** The caller that the jobs of an import act as: who started it, over the whole workspace. */
export function contextOf(workspaceId: string, startedBy: string | null): TenantContext {
  return { workspaceId, actor: startedBy ? { kind: 'member', id: startedBy } : { kind: 'system', id: null } };
}

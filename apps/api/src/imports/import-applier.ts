import type { TenantContext } from '@dangol/db';

/** What a file brings. */
export const IMPORT_KINDS = [
  'buyers',
  'contacts',
  'inquiries',
  'orders',
  'order_lines',
  'products',
  'knowledge',
] as const;
export type ImportKindName = (typeof IMPORT_KINDS)[number];

/** What a row does to a record that is there: fill what is empty, overwrite, or leave it alone. */
export type KnownRows = 'fill' | 'overwrite' | 'skip';

/** Why a cell or a row cannot be taken; the web words it by `code`. `column` is the index in the file, `field` the key. */
export interface RowProblem {
  readonly column: number | null;
  readonly field: string | null;
  readonly code: string;
  readonly value: string | null;
}

/** A row of the file that was read and is sound. `rowNumber` is the one a person sees in the spreadsheet. */
export interface ImportedRecord<Content> {
  readonly rowNumber: number;
  readonly record: Content;
}

/** What one import is told. The same for every batch of it. */
export interface ApplySettings {
  readonly importId: string;
  /** Where external ids and messages belong; null when the import needs no channel. */
  readonly channelId: string | null;
  /** The workspace's base currency. */
  readonly baseCurrency: string;
  /** IANA zone of the file's local times. */
  readonly timeZone: string;
  readonly known: KnownRows;
  /** Inquiries: they are the past; no clock runs and nothing waits for an answer. */
  readonly history: boolean;
  /** The member who started it; null for a key. */
  readonly startedBy: string | null;
  /** When the import was run: the `created_at` of what it makes. */
  readonly now: Date;
}

/** What became of a row. Everything said here is committed together with the import's position, or not at all. */
export type RowOutcome =
  | { readonly rowNumber: number; readonly outcome: 'created' | 'updated' | 'unchanged' }
  | { readonly rowNumber: number; readonly outcome: 'failed'; readonly problem: RowProblem };

/** How a row finds the buyer it speaks of. */
export type MatchedBy = 'external_id' | 'email' | 'phone' | 'name';

/** The buyer that a row would find, with what in the row found it, or every key by which later rows would find the new one. */
export type BuyerPreview =
  { readonly id: string; readonly by: MatchedBy; readonly value: string } | { readonly newKeys: readonly string[] };

/** What running a row would do; the check adds them up over the whole file. */
export interface RowPreview {
  readonly rowNumber: number;
  /** A record of the import's own kind is there already. */
  readonly known: boolean;
  /** Left out by kinds that know no buyers. */
  readonly buyer?: BuyerPreview;
  /** The row is sound but would fail: it comes to the bad ones. */
  readonly problem?: RowProblem;
}

/** What keeps an import from being undone, such as messages that came later to a buyer it made. */
export interface Dependent {
  /** Worded on screen by `imports.dependents.<what>`. */
  readonly what: string;
  readonly count: number;
  /** Name or number of one of them. */
  readonly example: string | null;
}

/**
 * Brings records of one kind into the workspace. Every method runs inside the caller's unit of work (`database.query` and
 * repositories join it), and works set by set: a fixed number of statements for a batch of up to 2,000 rows, never one per row.
 * A batch that was committed is never given again; one that was not, is given again whole.
 */
export interface ImportApplier<Content = unknown> {
  readonly kind: ImportKindName;

  /** The key by which two rows of one file are the same record; null when the row has none. Later ones count as repeated. */
  keyOf(record: Content): string | null;

  /** Rows that follow each other with one group are never split over two batches, such as the lines of one order. */
  groupOf?(record: Content): string | null;

  /** Reads only: what `apply` would do, row by row. */
  preview(
    ctx: TenantContext,
    records: readonly ImportedRecord<Content>[],
    settings: ApplySettings,
  ): Promise<RowPreview[]>;

  /** Writes the batch; one outcome per row. Rows stamped with `import_id`, changed ones through `changeImported`. */
  apply(
    ctx: TenantContext,
    records: readonly ImportedRecord<Content>[],
    settings: ApplySettings,
  ): Promise<RowOutcome[]>;

  /** What depends on the rows that this kind made; asked again inside the unit that begins the undoing. */
  dependents(ctx: TenantContext, importId: string): Promise<Dependent[]>;

  /**
   * Takes away up to `limit` of the rows that this kind made and gives back what it changed; answers how many, 0 when nothing
   * is left. Buyers, contacts and identities that it made on the way are taken away afterwards by `ImportedBuyers`.
   */
  undo(ctx: TenantContext, importId: string, limit: number): Promise<number>;
}

/** What the process that imports is asked. */
export interface ImportOrder {
  readonly workspaceId: string;
  /** The file to bring in. */
  readonly file: string;
}

/** What it answers when the import has ended. */
export interface ImportReport {
  readonly status: string;
  readonly createdRows: number;
  /** From the upload to the end of the check. */
  readonly checkMs: number;
  /** From the start of the run to its end, with everything that follows at the buyers. */
  readonly runMs: number;
  /** Most memory that the process had resident since it began, in bytes. */
  readonly peakBytes: number;
}

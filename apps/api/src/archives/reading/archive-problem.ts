/** Why an archive cannot be brought in; the screen words the code. */
export type ArchiveProblemCode =
  | 'NOT_A_ZIP'
  | 'NOT_AN_ARCHIVE'
  | 'UNKNOWN_FORMAT'
  | 'TOO_LARGE'
  | 'FOREIGN_CONTENT'
  | 'DAMAGED'
  | 'BROKEN'
  | 'WORKSPACE_NOT_EMPTY'
  | 'FILE_MISSING'
  | 'INTERRUPTED';

/** An archive that cannot be brought in. `detail` names tables, columns and entries, never values. */
export class ArchiveProblem extends Error {
  constructor(
    readonly code: ArchiveProblemCode,
    readonly detail: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${detail}`, options);
    this.name = 'ArchiveProblem';
  }
}

/** Why a file as a whole cannot be read; worded on screen by `imports.files.<code>`. */
export type UnreadableFileCode =
  | 'EMPTY_FILE'
  | 'NO_HEADER'
  | 'UNSUPPORTED_FILE'
  | 'OLD_XLS'
  | 'ENCRYPTED_FILE'
  | 'BROKEN_FILE'
  | 'ZIP_BOMB'
  | 'TOO_MANY_COLUMNS'
  | 'TOO_MANY_TEXTS'
  | 'NO_SHEET'
  | 'UNKNOWN_ENCODING';

/** A file that cannot be read, and what may be said about it. Nothing else about the file's content is in it. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  constructor(
    readonly code: UnreadableFileCode,
    readonly params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(`The file cannot be read: ${code}`, options);
  }
}

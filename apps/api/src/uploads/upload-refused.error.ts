/** Why files from outside are not taken; the page says each in words. */
export type UploadProblem =
  | 'LINK_GONE'
  | 'NO_FILES'
  | 'TOO_MANY_FILES'
  | 'FILE_TOO_LARGE'
  | 'TOO_LARGE_TOGETHER'
  | 'FILE_TYPE'
  | 'BAD_FORM'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE';

const HTTP_STATUS: Readonly<Record<UploadProblem, number>> = {
  LINK_GONE: 404,
  NO_FILES: 400,
  TOO_MANY_FILES: 409,
  FILE_TOO_LARGE: 413,
  TOO_LARGE_TOGETHER: 413,
  FILE_TYPE: 415,
  BAD_FORM: 400,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Files from outside were not taken: nothing of them was kept. */
export class UploadRefused extends Error {
  readonly httpStatus: number;

  constructor(
    readonly code: UploadProblem,
    /** The file it is about. */
    readonly file: string | null = null,
  ) {
    super(file === null ? code : `${code}: ${file}`);
    this.name = 'UploadRefused';
    this.httpStatus = HTTP_STATUS[code];
  }
}

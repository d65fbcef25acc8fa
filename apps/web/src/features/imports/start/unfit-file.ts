/** The API takes no more than this. */
export const MOST_BYTES = 1024 ** 3;

/** Kinds of files that people choose by mistake, and that have words of their own. */
const OTHER_FORMATS: Readonly<Record<string, string>> = {
  xls: 'OLD_EXCEL',
  pdf: 'NOT_A_TABLE',
  doc: 'NOT_A_TABLE',
  docx: 'NOT_A_TABLE',
  hwp: 'NOT_A_TABLE',
  hwpx: 'NOT_A_TABLE',
  jpg: 'NOT_A_TABLE',
  jpeg: 'NOT_A_TABLE',
  png: 'NOT_A_TABLE',
  zip: 'NOT_A_TABLE',
};

/** Why a file need not even be sent: the code of the words to show; null when it may be sent. */
export function unfitFile({ name, size }: { name: string; size: number }): string | null {
  if (size === 0) return 'EMPTY';
  if (size > MOST_BYTES) return 'PAYLOAD_TOO_LARGE';
  return OTHER_FORMATS[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? null;
}

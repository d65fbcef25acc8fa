/** Encodings that a CSV file is read in; names as the API gives them. */
export const ENCODINGS = ['utf-8', 'cp949', 'utf-16le', 'utf-16be', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Which of them a name of the API means. */
export function encodingOf(name: string | null): Encoding {
  return ENCODINGS.find((encoding) => encoding === name) ?? 'utf-8';
}

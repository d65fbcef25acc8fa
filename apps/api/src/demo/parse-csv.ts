/** Rows of a comma-separated file by column name; fields may be quoted (RFC 4180), an empty one is ''. */
export function parseCsv(text: string): Record<string, string>[] {
  const [head = [], ...rows] = text
    .split('\n')
    .filter((line) => line !== '')
    .map(fieldsOf);
  return rows.map((row) => Object.fromEntries(head.map((column, i) => [column, row[i] ?? ''])));
}

function fieldsOf(line: string): string[] {
  const fields = `${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g);
  return [...fields].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
}

import type { Manifest } from '../manifest.ts';

/** README.txt of an archive: enough to use the files without this product. */
export function readmeOf({ workspace, madeAt, format }: Pick<Manifest, 'workspace' | 'madeAt' | 'format'>): string {
  return `${workspace.name} (${workspace.slug})
Everything of one workspace of Dangol, as it was at ${madeAt}.
Format ${format}. / 워크스페이스 하나의 모든 데이터입니다. UTF-8 CSV 파일과 첨부 파일이 들어 있습니다.

FILES
  tables/{table}.csv     one table each: UTF-8, comma, first line = names of the columns
  files/attachments/{id} content of the attachment with this id (tables/attachments.csv has name and type)
  files/imports/{id}     the spreadsheet that was brought in, as it came (tables/imports.csv)
  manifest.json          format, every table and column with its meaning and type, number of rows, bytes, SHA-256

HOW VALUES ARE WRITTEN
  Values are exact, so that they can be read back without a loss:
  - NULL (nothing known) is an empty field without quotes; an empty text is "" (two quotes).
  - Texts are NOT changed for spreadsheets: one that begins with = + - @ is written as it is. Do not open these files in a
    spreadsheet if you do not trust their content; the lists in the product can be downloaded in a form that is safe there.
  - Instants are in UTC, such as 2026-03-02 09:00:00+00; days are YYYY-MM-DD.
  - Money is in minor units (cents; won as they are) in columns that end in _minor, beside a column with the currency.
  - Columns of type jsonb hold JSON, arrays are written {a,b} as PostgreSQL writes them, bytes as \\x and hexadecimal digits.
  - Ids are UUIDs; a column that points into another table names it in manifest.json ("references").

WHAT IS NOT IN IT
  No passwords, sessions, signing secrets of channels, hashes of API keys and invitations. manifest.json lists every column and
  table that was left out, with the reason. Buyers whose data were erased stay erased.

BRINGING IT IN
  Settings > Data of an EMPTY workspace takes this file. Ids stay the same; members are found again by e-mail, others are kept
  as removed members; channels come paused and need a new secret; API keys and open invitations have to be made again.
`;
}

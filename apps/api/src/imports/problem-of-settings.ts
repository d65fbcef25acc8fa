import { fieldsOf } from '@dangol/crm';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import type { ImportSettingsInput } from './import.input.ts';
import { ENCODINGS } from './reading/index.ts';
import type { StoredImport } from './stored-import.ts';

/** What of the settings does not fit the file, or null. */
export function problemOfSettings(input: ImportSettingsInput, { layout, kind }: StoredImport): InvalidField | null {
  const { sheet, encoding, timeZone, currency, mapping } = input;
  if (sheet && layout && !layout.sheets.some(({ name }) => name === sheet))
    return new InvalidField('sheet', 'The file has no sheet of this name');
  if (encoding && !ENCODINGS.some((known) => known === encoding))
    return new InvalidField('encoding', `One of ${ENCODINGS.join(', ')}`);
  if (timeZone && !isZone(timeZone)) return new InvalidField('timeZone', 'An IANA time zone, such as Asia/Seoul');
  if (currency && !/^[A-Z]{3}$/.test(currency)) return new InvalidField('currency', 'A code of ISO 4217, such as USD');
  const fields = fieldsOf(input.kind ?? kind);
  const columns = new Set(layout?.columns.map(({ index }) => index));
  const given = new Set<string>();
  for (const [i, { column, field }] of (mapping ?? []).entries()) {
    if (!columns.has(column)) return new InvalidField(`mapping.${i}.column`, 'The file has no such column');
    if (!field) continue;
    if (!Object.hasOwn(fields, field)) return new InvalidField(`mapping.${i}.field`, 'No field of this kind of file');
    if (given.has(field)) return new InvalidField(`mapping.${i}.field`, 'Another column gives this field');
    given.add(field);
  }
  return null;
}

function isZone(zone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}

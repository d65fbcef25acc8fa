export type { FieldSpec, FieldType } from './field-spec.ts';
export { countKnownHeaders } from './header-index.ts';
export { fieldsOf, IMPORT_FIELDS, type ImportKind, type ImportRecord } from './import-fields.ts';
export { IMPORT_SOURCES, presetOf, type ImportSourcePreset } from './import-sources.ts';
export { plainHeader } from './plain-header.ts';
export type { ReadOptions } from './read-options.ts';
export { readRecord, recordReader, type FileRow, type ImportProblem, type ReadRow } from './record-reader.ts';
export {
  detectKind,
  missingFields,
  suggestMapping,
  type ColumnMapping,
  type FileColumn,
  type MappingConfidence,
  type SavedMapping,
} from './suggest-mapping.ts';
export { DateOrderEvidence, DecimalEvidence } from './values/column-habits.ts';
export { readAmount } from './values/read-amount.ts';
export { momentReader, type DateOrder } from './values/read-date.ts';
export { readCountry, readLanguage } from './values/read-place.ts';

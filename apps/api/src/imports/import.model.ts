import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { BuyerRow } from '../buyers/index.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { Node } from '../platform/graphql/node.type.ts';
import { BigIntScalar, DateTime } from '../platform/graphql/scalars.ts';
import type { StoredImport } from './stored-import.ts';

export const ImportKindEnum = {
  BUYERS: 'buyers',
  CONTACTS: 'contacts',
  INQUIRIES: 'inquiries',
  ORDERS: 'orders',
  ORDER_LINES: 'order_lines',
  PRODUCTS: 'products',
  KNOWLEDGE: 'knowledge',
} as const;
registerEnumType(ImportKindEnum, { name: 'ImportKind', description: 'What a file brings.' });

export const ImportStatusEnum = {
  READING: 'reading',
  MAPPING: 'mapping',
  CHECKING: 'checking',
  CHECKED: 'checked',
  RUNNING: 'running',
  DONE: 'done',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  UNDOING: 'undoing',
  UNDONE: 'undone',
} as const;
registerEnumType(ImportStatusEnum, { name: 'ImportStatus', description: 'Where an import stands.' });

export const ImportFormatEnum = { CSV: 'csv', XLSX: 'xlsx' } as const;
registerEnumType(ImportFormatEnum, { name: 'ImportFormat', description: 'What the file is.' });

export const DateOrderEnum = { YMD: 'ymd', DMY: 'dmy', MDY: 'mdy' } as const;
registerEnumType(DateOrderEnum, { name: 'DateOrder', description: 'Order of dates of numbers.' });

export const KnownRowsEnum = { FILL: 'fill', OVERWRITE: 'overwrite', SKIP: 'skip' } as const;
registerEnumType(KnownRowsEnum, {
  name: 'KnownRows',
  description: 'What a row does to a record that is there: fill what is empty, overwrite, or leave it alone.',
});

export const MappingConfidenceEnum = {
  EXACT: 'exact',
  SYNONYM: 'synonym',
  GUESSED: 'guessed',
  SAVED: 'saved',
  BY_HAND: 'by_hand',
} as const;
registerEnumType(MappingConfidenceEnum, { name: 'MappingConfidence', description: 'How a column got its field.' });

export const ImportRowStateEnum = {
  BAD: 'bad',
  CORRECTED: 'corrected',
  LEFT_OUT: 'left_out',
  FAILED: 'failed',
} as const;
registerEnumType(ImportRowStateEnum, { name: 'ImportRowState', description: 'What became of a kept row.' });

@ObjectType({ description: 'A sheet of a workbook.' })
export class ImportSheet {
  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'Hidden in the spreadsheet.' })
  hidden!: boolean;

  @Field(() => Int, { nullable: true, description: 'Rows, where the file says.' })
  rows!: number | null;
}

@ObjectType({ description: 'A column of the file.' })
export class ImportColumn {
  @Field(() => Int, { description: 'Place, from 0.' })
  index!: number;

  @Field({ description: 'Header as it stands in the file.' })
  header!: string;

  @Field(() => [String], { description: 'A few of its cells.' })
  samples!: string[];
}

@ObjectType('ColumnMapping', { description: 'What a column is read as.' })
export class ImportColumnMapping {
  @Field(() => Int, { description: 'Place of the column.' })
  column!: number;

  @Field(() => String, { nullable: true, description: 'Key of the field; null: the column is left out.' })
  field!: string | null;

  @Field(() => MappingConfidenceEnum, { description: 'How that was found.' })
  confidence!: string;
}

@ObjectType({ description: 'A field that a file of the kind can hold; named on screen by its key.' })
export class ImportField {
  @Field({ description: 'Key.' })
  key!: string;

  @Field({ description: 'A row needs it, or one that may stand instead.' })
  required!: boolean;
}

@ObjectType({ description: 'How the cells are read, and what rows do to records that are there.' })
export class ImportOptions {
  @Field({ description: 'IANA zone of times without an offset.' })
  timeZone!: string;

  @Field(() => DateOrderEnum, { description: 'Order of dates of numbers.' })
  dateOrder!: string;

  @Field(() => String, { nullable: true, description: 'Currency of amounts that name none, ISO 4217.' })
  currency!: string | null;

  @Field(() => KnownRowsEnum, { description: 'What a row does to a record that is there.' })
  known!: string;

  @Field({ description: 'Inquiries are the past: no clock runs for them.' })
  history!: boolean;

  @Field({ description: 'The comma parts decimals (1.234,56).' })
  decimalComma!: boolean;
}

@ObjectType({ description: 'A row that would find a buyer who is there.' })
export class ImportMatch {
  @Field(() => Int, { description: 'Row as the spreadsheet shows it.' })
  rowNumber!: number;

  @Field({ description: 'What in the row found the buyer.' })
  value!: string;

  @Field(() => BuyerRow, { description: 'The buyer.' })
  buyer!: BuyerRow;

  @Field({ description: 'external_id, email, phone or name.' })
  by!: string;
}

@ObjectType({ description: 'What running would do, found by the check. Every buyer counts once.' })
export class ImportPreview {
  @Field(() => Int, { description: 'Buyers that nobody knows yet.' })
  newBuyers!: number;

  @Field(() => Int, { description: 'Buyers found by their id on the channel.' })
  matchedByExternalId!: number;

  @Field(() => Int, { description: 'Buyers found by an e-mail address.' })
  matchedByEmail!: number;

  @Field(() => Int, { description: 'Buyers found by a phone number.' })
  matchedByPhone!: number;

  @Field(() => Int, { description: 'Buyers found by exact name and country, where the row has nothing stronger.' })
  matchedByName!: number;

  @Field(() => Int, { description: 'Records that are not there yet.' })
  newRecords!: number;

  @Field(() => Int, { description: 'Records that are there.' })
  knownRecords!: number;

  @Field(() => Int, { description: 'Rows with the key of an earlier row of the file.' })
  repeatedInFile!: number;

  @Field(() => [ImportMatch], { description: 'The first 20 buyers found.' })
  examples!: ImportMatch[];
}

@ObjectType({ description: 'Why a cell or a row cannot be taken; worded on screen by its code.' })
export class ImportProblem {
  @Field(() => Int, { nullable: true, description: 'Place of the column; null: the row as a whole.' })
  column!: number | null;

  @Field(() => String, { nullable: true, description: 'Key of the field.' })
  field!: string | null;

  @Field({ description: 'Stable code.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'What stands in the cell, cut short.' })
  value!: string | null;
}

@ObjectType({ description: 'A row that is kept because something is or was wrong with it.' })
export class ImportRow {
  @Field(() => ID, { description: 'UUID.' })
  id!: string;

  @Field(() => Int, { description: 'Row as the spreadsheet shows it.' })
  rowNumber!: number;

  @Field(() => [String], { description: 'Cells as they stand, or as somebody corrected them.' })
  cells!: string[];

  @Field(() => [ImportProblem], { description: 'What is wrong.' })
  problems!: ImportProblem[];

  @Field(() => ImportRowStateEnum, { description: 'What became of it.' })
  state!: string;
}

@ObjectType({
  description:
    'A page of kept rows, by number. At most 10,000 bad and failed ones are kept; the counts are true beyond.',
})
export class ImportRowConnection extends connectionOf('ImportRow', ImportRow) {
  @Field(() => Int, { description: 'Kept rows of the state asked for.' })
  totalCount!: number;
}

@ObjectType({ description: 'What keeps an import from being undone.' })
export class ImportDependent {
  @Field({ description: 'What it is, such as conversations or sample_requests; worded on screen.' })
  what!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => String, { nullable: true, description: 'Name or number of one.' })
  example!: string | null;
}

@ObjectType({ implements: () => Node, description: 'A file that is or was brought in.' })
export class Import extends Node {
  @Field(() => ImportKindEnum, { description: 'What it brings.' })
  kind!: string;

  @Field({ description: 'Where it comes from: alibaba, aliexpress, spreadsheet, or a name of the workspace.' })
  source!: string;

  @Field({ description: 'Name of the file.' })
  fileName!: string;

  @Field(() => BigIntScalar, { description: 'Size in bytes.' })
  sizeBytes!: bigint;

  @Field(() => ImportFormatEnum, { nullable: true, description: 'What the file is; null until it was read.' })
  format!: string | null;

  @Field(() => String, { nullable: true, description: 'Encoding of a text file.' })
  encoding!: string | null;

  @Field(() => [ImportSheet], { description: 'Sheets of a workbook.' })
  sheets!: readonly ImportSheet[];

  @Field(() => String, { nullable: true, description: 'The sheet that is read.' })
  sheet!: string | null;

  @Field(() => Int, { nullable: true, description: 'Row of the headers.' })
  headerRow!: number | null;

  @Field(() => [ImportColumn], { description: 'Columns.' })
  columns!: readonly ImportColumn[];

  @Field(() => [ImportColumnMapping], { description: 'What each column is read as.' })
  mapping!: readonly ImportColumnMapping[];

  @Field(() => ImportOptions, { description: 'How cells are read.' })
  options!: ImportOptions;

  @Field(() => [String], { description: 'Required fields that no column gives.' })
  missingFields!: string[];

  @Field(() => [ImportField], { description: 'What a file of this kind can hold.' })
  fields!: ImportField[];

  @Field(() => ImportStatusEnum, { description: 'Where it stands.' })
  status!: string;

  @Field(() => String, { nullable: true, description: 'Why it failed or waits; worded on screen.' })
  problemCode!: string | null;

  @Field(() => String, { nullable: true, description: 'What the code speaks of, such as currencies.' })
  problem!: string | null;

  @Field(() => Int, { description: 'Changes with every change of the settings.' })
  revision!: number;

  @Field(() => Int, { nullable: true, description: 'Rows of the file, once counted.' })
  totalRows!: number | null;

  @Field(() => Int, { description: 'Rows that the present work has passed.' })
  doneRows!: number;

  @Field(() => Int, { description: 'Sound rows, corrected ones among them.' })
  goodRows!: number;

  @Field(() => Int, { description: 'Rows with something wrong.' })
  badRows!: number;

  @Field(() => Int, { description: 'Rows that made a record.' })
  createdRows!: number;

  @Field(() => Int, { description: 'Rows that changed a record.' })
  updatedRows!: number;

  @Field(() => Int, { description: 'Rows whose record was there as it is.' })
  unchangedRows!: number;

  @Field(() => Int, { description: 'Rows that did not come in.' })
  failedRows!: number;

  @Field(() => Int, { description: 'Rows that somebody left out.' })
  leftOutRows!: number;

  @Field({ description: 'Dates like 2/3/26 may be read in two ways, and nobody has said which.' })
  ambiguousDates!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the CSV of the rows that failed, on this origin; null: none did.',
  })
  failuresPath!: string | null;

  @Field(() => DateTime, { description: 'When it was sent.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was started.' })
  runAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it ended.' })
  finishedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was undone.' })
  undoneAt!: Date | null;

  /** What the field resolvers read. */
  stored!: StoredImport;
}

@ObjectType({ description: 'A page of imports, newest first.' })
export class ImportConnection extends connectionOf('Import', Import) {}

@ObjectType({ description: 'Where files come from.' })
export class ImportSource {
  @Field({ description: 'Key: a preset, or the name that the workspace kept a mapping under.' })
  key!: string;

  @Field({ description: 'Name to show.' })
  name!: string;

  @Field(() => [ImportKindEnum], { description: 'Kinds of files it writes.' })
  kinds!: readonly string[];

  @Field({ description: 'The workspace kept a mapping of it.' })
  saved!: boolean;
}

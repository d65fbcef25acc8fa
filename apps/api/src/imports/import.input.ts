import { Field, ID, InputType, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { NotFound, Refusal } from '../platform/graphql/refusal.type.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';
import { DateOrderEnum, ImportDependent, ImportKindEnum, ImportStatusEnum, KnownRowsEnum } from './import.model.ts';
import type { KnownRows } from './import-applier.ts';
import type { StoredOptions } from './stored-import.ts';
import type { ImportKind } from '@dangol/crm';

/** A row of a spreadsheet has 16,384 cells at most. */
export const MAX_COLUMNS = 16_384;

@InputType({ description: 'What a column is to be read as.' })
export class ColumnMappingInput {
  @Field(() => Int, { description: 'Place of the column.' })
  @IsInt()
  @Min(0)
  column!: number;

  @Field(() => String, { nullable: true, description: 'Key of the field; null leaves the column out.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  field?: string | null;
}

@InputType({ description: 'Settings to change; what is left out stays.' })
export class ImportSettingsInput {
  @Field(() => ImportKindEnum, { nullable: true, description: 'What the file brings.' })
  @IsOptional()
  @IsIn(Object.values(ImportKindEnum))
  kind?: ImportKind | null;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(60)
  source?: string | null;

  @Field(() => ID, { nullable: true, description: 'The channel that ids and messages belong to.' })
  @IsOptional()
  @IsUUID()
  channelId?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of a new channel instead.' })
  @IsOptional()
  @StorableText()
  @IsString()
  @MaxLength(60)
  newChannelName?: string | null;

  @Field(() => String, { nullable: true, description: 'Sheet to read.' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  sheet?: string | null;

  @Field(() => Int, { nullable: true, description: 'Row of the headers.' })
  @IsOptional()
  @IsInt()
  @Min(1)
  headerRow?: number | null;

  @Field(() => String, { nullable: true, description: 'Encoding of a text file.' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  encoding?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA zone of times without an offset.' })
  @IsOptional()
  @IsString()
  @MaxLength(60)
  timeZone?: string | null;

  @Field(() => DateOrderEnum, { nullable: true, description: 'Order of dates of numbers.' })
  @IsOptional()
  @IsIn(Object.values(DateOrderEnum))
  dateOrder?: StoredOptions['dateOrder'] | null;

  @Field(() => String, { nullable: true, description: 'Currency of amounts that name none.' })
  @IsOptional()
  @IsString()
  @MaxLength(3)
  currency?: string | null;

  @Field(() => KnownRowsEnum, { nullable: true, description: 'What a row does to a record that is there.' })
  @IsOptional()
  @IsIn(Object.values(KnownRowsEnum))
  known?: KnownRows | null;

  @Field(() => Boolean, { nullable: true, description: 'Inquiries are the past.' })
  @IsOptional()
  @IsBoolean()
  history?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'The comma parts decimals.' })
  @IsOptional()
  @IsBoolean()
  decimalComma?: boolean | null;

  @Field(() => [ColumnMappingInput], { nullable: true, description: 'What the columns are read as; others stay.' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_COLUMNS)
  @ValidateNested({ each: true })
  @Type(() => ColumnMappingInput)
  mapping?: ColumnMappingInput[] | null;

  @Field(() => Boolean, { nullable: true, description: 'Keeps mapping and options for the next file of this source.' })
  @IsOptional()
  @IsBoolean()
  saveMapping?: boolean | null;
}

@ObjectType({ description: 'The import as it is now.' })
export class ImportSaved {
  /** What the field resolver reads. */
  readonly importId: string;

  constructor(importId: string) {
    this.importId = importId;
  }
}

@ObjectType({ implements: () => Refusal, description: 'Not possible while the import stands where it does.' })
export class ImportBusy extends Refusal {
  @Field(() => ImportStatusEnum, { description: 'Where it stands.' })
  readonly status: string;

  constructor(status: string) {
    super('IMPORT_BUSY', `not possible while the import is ${status}`);
    this.status = status;
  }
}

@ObjectType({ implements: () => Refusal, description: 'Something came later that rests on what the import made.' })
export class ImportDependedOn extends Refusal {
  @Field(() => [ImportDependent], { description: 'What it is.' })
  readonly dependents: ImportDependent[];

  constructor(dependents: ImportDependent[]) {
    super('IMPORT_DEPENDED_ON', 'something came later that rests on what the import made');
    this.dependents = dependents;
  }
}

export const ImportResult = createUnionType({
  name: 'ImportResult',
  description: 'Outcome of a change of an import.',
  types: () => [ImportSaved, NotFound, InvalidField, ImportBusy] as const,
});

export const UndoImportResult = createUnionType({
  name: 'UndoImportResult',
  description: 'Outcome of undoing an import.',
  types: () => [ImportSaved, NotFound, ImportBusy, ImportDependedOn] as const,
});

/** What a use case of imports answers. */
export type ImportRefusal = NotFound | InvalidField | ImportBusy;

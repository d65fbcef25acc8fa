import type { BUSINESS_TYPES } from '../grading/index.ts';
import type { Money } from '../money/index.ts';

/** What a cell of a field is read as. `line` is one line of text, `text` several; `instant` a moment, `date` a calendar day. */
export interface FieldValues {
  readonly id: string;
  readonly line: string;
  readonly text: string;
  readonly email: string;
  readonly phone: string;
  readonly url: string;
  readonly country: string;
  readonly language: string;
  readonly zone: string;
  readonly currency: string;
  readonly level: 'L1' | 'L2' | 'L3' | 'L4';
  readonly companyType: (typeof BUSINESS_TYPES)[number];
  readonly instant: Date;
  readonly date: string;
  readonly amount: Money;
  readonly integer: number;
  readonly headcount: number;
  readonly grams: number;
  readonly days: number;
  readonly boolean: boolean;
  readonly list: readonly string[];
}

export type FieldType = keyof FieldValues;

/** A field that a file of one kind may hold. */
export interface FieldSpec {
  readonly type: FieldType | 'choice';
  /** Names of columns that mean this field, `|` between them, in English, Korean and Chinese; compared by `plainHeader`. */
  readonly names: string;
  /** A row without it is bad, unless it has one of `instead`. */
  readonly required?: true;
  /** Required of a record, not of each of its rows: the first may say it for all. */
  readonly oncePerRecord?: true;
  readonly instead?: readonly string[];
  /** Longest text, in characters. */
  readonly max?: number;
  /** Of a choice: what is stored -> the words that mean it, `|` between them. */
  readonly choices?: Readonly<Record<string, string>>;
  /** An amount below zero is sound here. */
  readonly signed?: true;
}

/** The value of a field as a record holds it. */
export type ValueOf<Spec> = Spec extends { type: 'choice'; choices: infer Choices }
  ? keyof Choices & string
  : Spec extends { type: infer Type extends FieldType }
    ? FieldValues[Type]
    : never;

/** A record of a kind: every field of the kind, null where the file says nothing. */
export type RecordOf<Specs> = { readonly [Key in keyof Specs]: ValueOf<Specs[Key]> | null };

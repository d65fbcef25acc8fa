import type { Permission } from '../platform/permissions/permissions.ts';
import { words, type Wording, type Words } from './wording.ts';

/** What a cell holds; it decides how it is written in each format. */
export type CellKind = 'text' | 'number' | 'money' | 'instant' | 'date' | 'word' | 'flag';

/** One column of an exported list. */
export interface ExportColumn {
  readonly header: Words;
  readonly kind: CellKind;
  /** Expression on the rows of the list. */
  readonly sql: string;
  /** Of an amount of money: the expression of its currency, or the base currency, which the header then states. */
  readonly currency?: string | 'base';
  /** Of a worded value: its words; a value without words is written as it is. */
  readonly wording?: Wording;
  /** The column is left out for callers without it. */
  readonly needs?: Permission;
}

type Needs = Pick<ExportColumn, 'needs'>;

/** A text; also what only looks like a number, such as a phone or an order number. */
export const text = (ko: string, en: string, sql: string, needs: Needs = {}): ExportColumn => ({
  header: words(ko, en),
  kind: 'text',
  sql,
  ...needs,
});

export const number = (ko: string, en: string, sql: string, needs: Needs = {}): ExportColumn => ({
  header: words(ko, en),
  kind: 'number',
  sql,
  ...needs,
});

/** An amount in minor units with its currency; left out without `money:read` unless told otherwise. */
export const money = (
  ko: string,
  en: string,
  sql: string,
  currency: string,
  needs: Needs = { needs: 'money:read' },
): ExportColumn => ({ header: words(ko, en), kind: 'money', sql, currency, ...needs });

/** An instant; written in the zone of the workspace, which the header states. */
export const instant = (ko: string, en: string, sql: string): ExportColumn => ({
  header: words(ko, en),
  kind: 'instant',
  sql,
});

/** A day of the calendar without a zone. */
export const date = (ko: string, en: string, sql: string): ExportColumn => ({
  header: words(ko, en),
  kind: 'date',
  sql,
});

export const word = (ko: string, en: string, sql: string, wording: Wording): ExportColumn => ({
  header: words(ko, en),
  kind: 'word',
  sql,
  wording,
});

/** Yes or no. */
export const flag = (ko: string, en: string, sql: string): ExportColumn => ({
  header: words(ko, en),
  kind: 'flag',
  sql,
});

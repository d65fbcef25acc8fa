import type { DateOrder } from './values/read-date.ts';

/** How the cells of one file are read. */
export interface ReadOptions {
  /** IANA zone of times that name no offset. */
  readonly timeZone: string;
  /** Order of dates of numbers. */
  readonly dateOrder: DateOrder;
  /** Currency of amounts that name none; null: such an amount is a problem. */
  readonly currency: string | null;
  /** The comma parts decimals (1.234,56). */
  readonly decimalComma: boolean;
  /** Headers by column: they may name a currency or a unit. */
  readonly headers?: readonly string[];
  /** Readers that need more than this library may use. */
  readonly readers: {
    /** E.164, or null; `country` (ISO 3166-1 alpha-2) makes a national number readable. */
    phone(text: string, country: string | null): string | null;
    /** The address in lower case, or null. */
    email(text: string): string | null;
  };
}

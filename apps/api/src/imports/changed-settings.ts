import type { ColumnMapping } from '@dangol/crm';
import type { ImportSettingsInput } from './import.input.ts';
import type { StoredOptions } from './stored-import.ts';

/** A field that is given to one column leaves the other that had it. */
export function withInput(mapping: readonly ColumnMapping[], { mapping: input }: ImportSettingsInput): ColumnMapping[] {
  const byHand = new Map((input ?? []).map(({ column, field }) => [column, field ?? null]));
  const given = new Set([...byHand.values()].filter((field) => field !== null));
  return mapping.map((one) => {
    const field = byHand.get(one.column);
    if (field !== undefined) return field === one.field ? one : { column: one.column, field, confidence: 'by_hand' };
    return one.field !== null && given.has(one.field)
      ? { column: one.column, field: null, confidence: 'by_hand' }
      : one;
  });
}

/** The options with what the input sets. */
export function optionsOf(options: StoredOptions, input: ImportSettingsInput): StoredOptions {
  const { timeZone, dateOrder, currency, known, history, decimalComma } = input;
  return {
    timeZone: timeZone ?? options.timeZone,
    dateOrder: dateOrder ?? options.dateOrder,
    currency: currency ?? options.currency,
    known: known ?? options.known,
    history: history ?? options.history,
    decimalComma: decimalComma ?? options.decimalComma,
  };
}

/** Whether the input sets an option, which reading again then leaves alone. */
export function givesOptions({
  timeZone,
  dateOrder,
  currency,
  known,
  history,
  decimalComma,
}: ImportSettingsInput): boolean {
  return [timeZone, dateOrder, currency, known, history, decimalComma].some(
    (value) => value !== undefined && value !== null,
  );
}

import { type UrlField, urlState } from '../../platform/url-state/url-state.ts';
import { addDays } from '../../platform/time/today-in.ts';

/** A calendar day (YYYY-MM-DD) that exists, or none. */
export function day(): UrlField<string | null> {
  return {
    fallback: null,
    read: (raw) => (/^\d{4}-\d{2}-\d{2}$/.test(raw) && exists(raw) ? raw : undefined),
    write: (value) => value,
  };
}

function exists(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const periodUrl = urlState({ from: day(), to: day() });

export interface Period {
  from: string;
  to: string;
}

/** The period of the address; twelve months up to today where it says nothing, and the right way round. */
export function periodOf(asked: { from: string | null; to: string | null }, today: string): Period {
  const to = asked.to ?? today;
  const from = asked.from ?? addDays(to, -364);
  return from <= to ? { from, to } : { from: to, to: from };
}

import type { BuyerFilter } from '../../generated/graphql.ts';

/** Grades and rule tags that a segment chooses from. */
export const GRADES = ['A', 'B', 'C'] as const;
export const HISTORIES = ['repeat', 'firstOrder', 'none'] as const;
/** Days of silence that a segment may ask for. */
export const SILENCES = ['30', '60', '90', '180'] as const;

/** The buyers of an announcement, as the form holds them. */
export interface Segment {
  readonly search: string;
  readonly grades: readonly (typeof GRADES)[number][];
  readonly histories: readonly (typeof HISTORIES)[number][];
  readonly country: string;
  readonly silentDays: string;
}

/** Regular customers first: they are the ones who react to something new. */
export const FIRST_SEGMENT: Segment = {
  search: '',
  grades: [],
  histories: ['repeat', 'firstOrder'],
  country: '',
  silentDays: '',
};

export function filterOf({ grades, histories, country, silentDays }: Segment): BuyerFilter {
  return {
    ...(grades.length > 0 && { grade: [...grades] }),
    ...(histories.length > 0 && { ruleTag: [...histories] }),
    ...(country !== '' && { country: [country] }),
    ...(silentDays !== '' && { noContactDays: Number(silentDays) }),
  };
}

/** The segment of a stored draft; what this form does not offer is left out. */
export function segmentOf(search: string | null, filter: unknown): Segment {
  const stored: Record<string, unknown> = { ...Object(filter) };
  const list = (key: string): unknown[] => (Array.isArray(stored[key]) ? stored[key] : []);
  const days = String(stored['noContactDays'] ?? '');
  return {
    search: search ?? '',
    grades: GRADES.filter((grade) => list('grade').includes(grade)),
    histories: HISTORIES.filter((history) => list('ruleTag').includes(history)),
    country: String(list('country')[0] ?? ''),
    silentDays: SILENCES.find((offered) => offered === days) ?? '',
  };
}

export type DeliveryReason =
  | { key: 'paused' | 'noAddress' | 'timeout' | 'unreachable' | 'refusedAddress' | 'unknown' }
  | { key: 'answered'; status: string };

const KNOWN: readonly (readonly [RegExp, Exclude<DeliveryReason['key'], 'answered' | 'unknown'>])[] = [
  [/channel is paused/i, 'paused'],
  [/no delivery address/i, 'noAddress'],
  [/did not answer within/i, 'timeout'],
  [/could not be reached/i, 'unreachable'],
  [/address/i, 'refusedAddress'],
];

/** The API says in English why a channel did not take a reply; this finds the reader's own words for it. */
export function deliveryReason(problem: string | null): DeliveryReason {
  const answered = /answered (\d{3})/.exec(problem ?? '');
  if (answered?.[1]) return { key: 'answered', status: answered[1] };
  return { key: KNOWN.find(([pattern]) => pattern.test(problem ?? ''))?.[1] ?? 'unknown' };
}

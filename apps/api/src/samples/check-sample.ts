import { visibleText } from '@dangol/crm';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import type { QuoteSampleInput, RequestSampleInput } from './sample.input.ts';

/** Above it an amount is a slip of the keyboard: ten million of a currency with cents, a billion won. */
export const MOST_MINOR = 1_000_000_000n;
const MOST_PIECES = 100_000;

/** The first amount or currency that no sample can have, or null. */
export function invalidCost(
  cost: Pick<QuoteSampleInput, 'goodsMinor' | 'courierMinor' | 'currency'>,
): InvalidField | null {
  if (!/^[A-Z]{3}$/.test(cost.currency)) return new InvalidField('currency', 'must be an ISO 4217 code');
  if (!isAmount(cost.goodsMinor)) return new InvalidField('goodsMinor', `must be 0 to ${MOST_MINOR}`);
  if (!isAmount(cost.courierMinor)) return new InvalidField('courierMinor', `must be 0 to ${MOST_MINOR}`);
  return null;
}

/** The first field that cannot be requested so, or null. A sample says what it must prove and how we shall know. */
export function invalidRequest(input: RequestSampleInput): InvalidField | null {
  if (input.items.length === 0) return new InvalidField('items', 'must have at least one line');
  for (const [place, item] of input.items.entries()) {
    if (!visibleText(item.description)) return new InvalidField(`items.${place}.description`, 'must not be empty');
    if (item.quantity < 1 || item.quantity > MOST_PIECES)
      return new InvalidField(`items.${place}.quantity`, `must be 1 to ${MOST_PIECES}`);
    if (!isAmount(item.amountMinor))
      return new InvalidField(`items.${place}.amountMinor`, `must be 0 to ${MOST_MINOR}`);
  }
  if (!visibleText(input.purpose)) return new InvalidField('purpose', 'must say what the sample is to prove');
  if (!visibleText(input.successTest)) return new InvalidField('successTest', 'must say how we shall know');
  const cost = invalidCost({ ...input, goodsMinor: goodsOf(input) });
  return cost?.field === 'goodsMinor' ? new InvalidField('items', `must cost ${MOST_MINOR} at most`) : cost;
}

/** What the lines cost together. */
export function goodsOf({ items }: Pick<RequestSampleInput, 'items'>): bigint {
  return items.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
}

function isAmount(minor: bigint): boolean {
  return minor >= 0n && minor <= MOST_MINOR;
}

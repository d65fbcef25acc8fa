import type { Entities, LeadQuality } from '../assistant.types.ts';
import { messageCues } from './message-cues.ts';

const BUYING_INTENTS = new Set([
  'price_quote',
  'moq',
  'oem_custom',
  'partnership',
  'sample_request',
  'lead_time',
  'shipping',
]);

/**
 * First-pass filtering. Points: a buying intent, a product, a quantity (two for a thousand and more), a market, words of a business.
 * Four points are a qualified lead, two are worth nurturing.
 */
export function judgeLead(text: string, intents: readonly string[], entities: Entities, isSpam: boolean): LeadQuality {
  if (isSpam) return 'low';
  let points = intents.some((intent) => BUYING_INTENTS.has(intent)) ? 1 : 0;
  if (entities.products.length > 0) points += 1;
  if (entities.quantities.length > 0) points += Math.max(...entities.quantities) >= 1000 ? 2 : 1;
  if (entities.country) points += 1;
  if (messageCues(text).has('qualified')) points += 1;
  if (points >= 4) return 'qualified';
  return points >= 2 ? 'nurture' : 'low';
}

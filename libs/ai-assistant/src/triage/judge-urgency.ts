import type { Urgency } from '../assistant.types.ts';
import { messageCues } from './message-cues.ts';

/** Intents where a buyer is already waiting for goods or money. */
const WAITING = new Set(['order_status', 'complaint_return']);
const CASUAL = new Set(['company_info', 'greeting_other']);

/** How soon a person should look: a deadline, urgent words or a waiting buyer is high; small talk is low. */
export function judgeUrgency(
  text: string,
  intents: readonly string[],
  deadline: string | null,
  isSpam: boolean,
): Urgency {
  if (isSpam) return 'low';
  const primary = intents[0] ?? '';
  if (deadline || messageCues(text).has('urgent') || WAITING.has(primary) || /[!！]{2,}/u.test(text)) return 'high';
  return CASUAL.has(primary) ? 'low' : 'normal';
}

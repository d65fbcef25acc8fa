import { knownCode } from './known-code.ts';

/** Events that have words of their own; another verb is shown as it is written in the log, so that nothing is hidden. */
export const VERBS = [
  'buyer.registered',
  'buyer.graded',
  'conversation.opened',
  'conversation.assigned',
  'conversation.closed',
  'conversation.reopened',
  'message.received',
  'message.sent_elsewhere',
  'inquiry.answered',
  'inquiry.declined',
  'inquiry.spam_reported',
  'reply.queued',
  'reply.cancelled',
  'reply.resent',
  'reply.delivered',
  'reply.delivery_retried',
  'reply.delivery_failed',
  'note.added',
  'draft.prepared',
  'draft.none',
  'draft.discarded',
] as const;

/** Words for an event that its data makes more precise. */
export const CLOSER_VERBS = ['reply.queuedAssisted', 'buyer.gradedFirst'] as const;

export type Verb = (typeof VERBS)[number] | (typeof CLOSER_VERBS)[number];

/** The words for an event: its verb, or a closer one that its data asks for. */
export function verbOf(verb: string, data: Readonly<Record<string, unknown>>): Verb | undefined {
  if (verb === 'reply.queued' && data['aiAssisted'] === true) return 'reply.queuedAssisted';
  if (verb === 'buyer.graded' && data['from'] === null) return 'buyer.gradedFirst';
  return knownCode(VERBS, verb);
}

/** What an event's words may need from its data; absent or odd values are left empty rather than shown raw. */
export function timelineValues(data: Readonly<Record<string, unknown>>): { from: string; to: string } {
  const grade = (value: unknown) => (value === 'A' || value === 'B' || value === 'C' ? value : '–');
  return { from: grade(data['from']), to: grade(data['to']) };
}

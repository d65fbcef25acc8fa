import { knownCode } from '../../known-code.ts';

/** Events that have words of their own; another verb is named as the log has it, so that nothing is hidden. */
export const VERBS = [
  'buyer.registered',
  'buyer.graded',
  'buyer.grade_overridden',
  'buyer.grade_override_ended',
  'buyer.stage_changed',
  'buyer.changed',
  'buyer.owner_changed',
  'buyer.tag_added',
  'buyer.tag_removed',
  'buyer.contact_saved',
  'buyer.contact_removed',
  'buyer.merged',
  'buyer.merge_undone',
  'buyer.exported',
  'buyer.erased',
  'duplicate.dismissed',
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
  'note.edited',
  'note.removed',
  'note.private_read',
  'file.added',
  'file.removed',
  'consent.recorded',
  'support.logged',
  'support.removed',
  'sample.requested',
  'sample.advanced',
  'sample.share_overridden',
  'draft.prepared',
  'draft.none',
  'draft.discarded',
] as const;

/** Words for an event that its data makes more precise. */
export const CLOSER_VERBS = [
  'reply.queuedAssisted',
  'buyer.gradedFirst',
  'buyer.customChanged',
  'buyer.firstOrderAdded',
  'buyer.firstOrderRemoved',
  'buyer.repeatAdded',
  'buyer.repeatRemoved',
  'consent.given',
  'consent.withdrawn',
] as const;

export type Verb = (typeof VERBS)[number] | (typeof CLOSER_VERBS)[number];
type EventData = Readonly<Record<string, unknown>>;

const RULE_TAG_ADDED = new Map<string, Verb>([
  ['first_order', 'buyer.firstOrderAdded'],
  ['repeat', 'buyer.repeatAdded'],
]);
const RULE_TAG_REMOVED = new Map<string, Verb>([
  ['first_order', 'buyer.firstOrderRemoved'],
  ['repeat', 'buyer.repeatRemoved'],
]);

/** The words for an event: its verb, or a closer one that its data asks for. */
export function verbOf(verb: string, data: EventData): Verb | undefined {
  switch (verb) {
    case 'reply.queued':
      return data['aiAssisted'] === true ? 'reply.queuedAssisted' : verb;
    case 'buyer.graded':
      return data['from'] === null ? 'buyer.gradedFirst' : verb;
    case 'buyer.changed':
      return data['custom'] === true ? 'buyer.customChanged' : verb;
    case 'buyer.tag_added':
      return RULE_TAG_ADDED.get(tagOf(data)) ?? verb;
    case 'buyer.tag_removed':
      return RULE_TAG_REMOVED.get(tagOf(data)) ?? verb;
    case 'consent.recorded':
      if (typeof data['granted'] !== 'boolean') return verb;
      return data['granted'] ? 'consent.given' : 'consent.withdrawn';
    default:
      return knownCode(VERBS, verb);
  }
}

function tagOf(data: EventData): string {
  return typeof data['tag'] === 'string' ? data['tag'] : '';
}

/** How a screen names what stands in an event: grades as they are, the rest by its words. undefined where it has none. */
export interface EventWords {
  stage: (code: string) => string | undefined;
  sampleStage: (code: string) => string | undefined;
  purpose: (code: string) => string | undefined;
  field: (code: string) => string | undefined;
}

export interface EventValues {
  from: string;
  to: string;
  fields: string;
  purpose: string;
}

const ABSENT = '–';

/** What an event's words may need from its data; absent or odd values are a dash rather than shown raw. */
export function timelineValues(verb: string, data: EventData, words: EventWords): EventValues {
  const word = (value: unknown, say: (code: string) => string | undefined) =>
    (typeof value === 'string' ? say(value) : undefined) ?? ABSENT;
  const grade = (code: string) => (['A', 'B', 'C'].includes(code) ? code : undefined);
  const step = verb === 'buyer.stage_changed' ? words.stage : verb === 'sample.advanced' ? words.sampleStage : grade;
  const fields = (Array.isArray(data['fields']) ? data['fields'] : [])
    .map((field: unknown) => word(field, words.field))
    .filter((name) => name !== ABSENT);
  return {
    from: word(data['from'], step),
    to: word(data['to'], step),
    fields: fields.length === 0 ? ABSENT : fields.join(', '),
    purpose: word(data['purpose'], words.purpose),
  };
}

import type { AssistantInput, Draft, Gate, GateFailure, KnowledgeEntry, Triage } from '../assistant.types.ts';
import { loadResource } from '../load-resource.ts';
import { isQuotable } from '../retrieval/knowledge-index.ts';

/** Spec "Gate": automatic replies per thread and day, probability of spam, drafts reviewed before anything is sent alone. */
const MOST_AUTO_REPLIES = 2;
const MOST_SPAM = 0.05;
const REVIEWED_DRAFTS = 50;
const DISCARD_SPAM = 0.9;
const HOLD_SPAM = 0.5;

export interface GateEvidence {
  input: AssistantInput;
  triage: Triage;
  draft: Draft | null;
  cited: readonly KnowledgeEntry[];
  ungrounded: readonly string[];
  /** Matters the buyer raised that no quoted entry belongs to. */
  unansweredIntents: readonly string[];
  /** Entries that rank so near the best that they may have been meant. */
  rivals: readonly KnowledgeEntry[];
  /** The message was longer than what was read. */
  truncated: boolean;
}

/** Decides what happens with a message. An automatic reply needs every rule to hold; all that fail are listed. */
export function decideGate(evidence: GateEvidence): Gate {
  const { input, triage } = evidence;
  const failures = [...circumstanceFailures(input), ...messageFailures(evidence), ...answerFailures(evidence)];
  if (triage.spam.p >= HOLD_SPAM) {
    const certain = triage.spam.p >= DISCARD_SPAM && input.buyer.grade === null && !input.thread.humanReplied;
    return { action: certain ? 'discard' : 'hold', failures };
  }
  if (input.automatedSender) return { action: 'hold', failures };
  return { action: failures.length === 0 ? 'auto_reply' : 'draft', failures };
}

function listFailing(rules: readonly (readonly [string, boolean, string])[]): GateFailure[] {
  return rules.filter(([, fails]) => fails).map(([rule, , detail]) => ({ rule, detail }));
}

function circumstanceFailures({ channel, thread, policy, buyer, automatedSender }: AssistantInput): GateFailure[] {
  const grade = buyer.grade ?? 'C'; // an ungraded buyer is treated as C until graded
  return listFailing([
    ['kill_switch', policy.killSwitch, 'automatic replies are paused'],
    ['channel_not_auto', !channel.autoMode, 'the channel is not in automatic mode'],
    ['outside_hours', !channel.withinHours, 'outside the hours of automatic replies'],
    ['human_replied', thread.humanReplied, 'a person has replied in this thread'],
    [
      'auto_reply_limit',
      thread.autoRepliesToday >= MOST_AUTO_REPLIES,
      `${thread.autoRepliesToday} automatic replies today`,
    ],
    ['automated_sender', automatedSender, 'the sender is a robot'],
    ['open_dispute', buyer.openDispute, 'the buyer has an open dispute'],
    ['grade_not_allowed', !policy.autoGrades.includes(grade), `grade ${grade} is answered by a person`],
    [
      'too_few_reviews',
      policy.reviewedDrafts < REVIEWED_DRAFTS,
      `${policy.reviewedDrafts} of ${REVIEWED_DRAFTS} drafts reviewed`,
    ],
  ]);
}

function messageFailures({ triage, truncated }: GateEvidence): GateFailure[] {
  const { needPerson } = loadResource<{ needPerson: string[] }>('intent-policy');
  const forPerson = triage.intents.filter((intent) => needPerson.includes(intent));
  return listFailing([
    ['spam_suspected', triage.spam.p >= MOST_SPAM, `spam probability ${triage.spam.p.toFixed(2)}`],
    ['injection', triage.injection, 'the message addresses the assistant'],
    ['language_uncertain', !triage.language.certain, `language ${triage.language.code}?`],
    ['intent_unsure', triage.unsure, `confidence ${triage.intentConfidence.toFixed(2)}`],
    ['intent_needs_person', forPerson.length > 0, forPerson.join(', ')],
    ['urgency_high', triage.urgency === 'high', 'urgent'],
    ['target_price', triage.entities.targetPrice !== null, 'the buyer names a price'],
    ['message_too_long', truncated, 'not all of the message was read'],
  ]);
}

function answerFailures({
  input,
  triage,
  draft,
  cited,
  ungrounded,
  unansweredIntents,
  rivals,
}: GateEvidence): GateFailure[] {
  const { answerThreshold } = input.policy;
  const notAllowed = cited.filter((entry) => !entry.autoReply).map((entry) => entry.code);
  const rivalsForPerson = rivals.filter((entry) => !entry.autoReply).map((entry) => entry.code);
  const notQuotable = cited.filter((entry) => !isQuotable(entry, input.asOf)).map((entry) => entry.code);
  return listFailing([
    ['no_draft', draft === null, 'there is nothing to send'],
    ['no_citation', draft !== null && draft.citations.length === 0, 'no entry answers'],
    ['question_unanswered', (draft?.missing.length ?? 0) > 0, draft?.missing.join(' | ') ?? ''],
    ['intent_unanswered', unansweredIntents.length > 0, unansweredIntents.join(', ')],
    ['entry_not_auto', notAllowed.length > 0, notAllowed.join(', ')],
    ['near_entry_not_auto', rivalsForPerson.length > 0, rivalsForPerson.join(', ')],
    ['entry_not_quotable', notQuotable.length > 0, notQuotable.join(', ')],
    [
      'answerability',
      !(triage.answerable.p >= answerThreshold),
      `${triage.answerable.p.toFixed(2)} under ${answerThreshold}`,
    ],
    ['answer_incomplete', triage.answerable.verdict !== 'yes', `answerable: ${triage.answerable.verdict}`],
    ['ungrounded', ungrounded.length > 0, ungrounded.join(', ')],
  ]);
}

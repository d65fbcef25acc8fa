/** Rules of the gate that have their own words in the catalogue; another rule shows the engine's own detail. */
export const GATE_RULES = [
  'kill_switch',
  'channel_not_auto',
  'outside_hours',
  'human_replied',
  'auto_reply_limit',
  'automated_sender',
  'open_dispute',
  'grade_not_allowed',
  'too_few_reviews',
  'spam_suspected',
  'injection',
  'language_uncertain',
  'intent_unsure',
  'intent_needs_person',
  'urgency_high',
  'target_price',
  'message_too_long',
  'no_draft',
  'no_citation',
  'question_unanswered',
  'entry_not_auto',
  'entry_not_quotable',
  'answerability',
  'answer_incomplete',
  'ungrounded',
] as const;

/** Rules whose detail is data (entry codes, the buyer's questions); the detail of the others only repeats the rule in English. */
export const TELLING_RULES: readonly string[] = [
  'question_unanswered',
  'entry_not_auto',
  'entry_not_quotable',
  'ungrounded',
];

export const INTENTS = [
  'price_quote',
  'moq',
  'sample_request',
  'shipping',
  'lead_time',
  'oem_custom',
  'certification',
  'authenticity',
  'payment',
  'order_status',
  'order_change',
  'complaint_return',
  'product_info',
  'partnership',
  'company_info',
  'greeting_other',
] as const;

export const SPAM_TYPES = ['solicitation', 'supplier_pitch', 'scam', 'phishing', 'irrelevant'] as const;

/** Reasons for which an engine writes no draft. */
export const NO_DRAFT_REASONS = [
  'empty_message',
  'spam',
  'automated_sender',
  'answered',
  'newer_message',
  'no_answer',
] as const;

/** Confidence as a word; the percentage stands beside it. */
export function confidenceWord(confidence: number): 'high' | 'medium' | 'low' {
  return confidence >= 0.8 ? 'high' : confidence >= 0.55 ? 'medium' : 'low';
}

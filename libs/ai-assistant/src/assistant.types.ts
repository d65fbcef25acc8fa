/** ISO 639-1 code, lower case. */
export type AssistantLanguage = string;

/** One published knowledge-base entry as the engine reads it. `validUntil` is the last local day it may be quoted. */
export interface KnowledgeEntry {
  id: string;
  code: string;
  version: number;
  category: string;
  visibility: 'public' | 'internal';
  autoReply: boolean;
  validUntil: string | null;
  title: string;
  titleKo: string | null;
  questions: string[];
  answer: string;
  language: AssistantLanguage;
}

/** A product and what it is called, by language. */
export interface ProductName {
  slug: string;
  names: Record<AssistantLanguage, string>;
}

/** One buyer message with everything the gate has to know. `asOf` is the date (YYYY-MM-DD) in the workspace zone. */
export interface AssistantInput {
  messageId: string;
  channelKind: string;
  text: string;
  subject: string | null;
  buyerName: string | null;
  sellerName: string;
  automatedSender: boolean;
  asOf: string;
  thread: { humanReplied: boolean; autoRepliesToday: number };
  channel: { autoMode: boolean; withinHours: boolean };
  policy: { killSwitch: boolean; reviewedDrafts: number; answerThreshold: number; autoGrades: BuyerGrade[] };
  buyer: { grade: BuyerGrade | null; openDispute: boolean };
}

export type BuyerGrade = 'A' | 'B' | 'C';
export type Urgency = 'low' | 'normal' | 'high';
export type LeadQuality = 'qualified' | 'nurture' | 'low';
export type AnswerVerdict = 'yes' | 'partial' | 'no';
export type GateAction = 'auto_reply' | 'draft' | 'hold' | 'discard';

/** Why a verdict was reached: a stable code such as `intent:moq`, and the buyer's own words. */
export interface TriageReason {
  verdict: string;
  quote: string;
}

/** A price the buyer hopes for; `amount` is a decimal string, `currency` ISO 4217. Never our offer. */
export interface TargetPrice {
  amount: string;
  currency: string;
}

export interface Entities {
  products: string[];
  quantities: number[];
  country: string | null;
  targetPrice: TargetPrice | null;
  deadline: string | null;
}

/** First-pass filtering of one message. `intents` is primary first; probabilities are 0..1. */
export interface Triage {
  language: { code: AssistantLanguage; certain: boolean };
  spam: { p: number; type: string | null };
  lead: LeadQuality;
  intents: string[];
  intentConfidence: number;
  unsure: boolean;
  urgency: Urgency;
  entities: Entities;
  answerable: { p: number; verdict: AnswerVerdict };
  injection: boolean;
  reasons: TriageReason[];
}

/** A quoted piece of an entry; `n` is the mark `[n]` in the draft. */
export interface Citation {
  n: number;
  entryId: string;
  entryCode: string;
  entryVersion: number;
  title: string;
  quote: string;
  validUntil: string | null;
}

export interface DraftOption {
  label: 'A' | 'B' | 'C';
  text: string;
}

/** A suggested reply. `textKo` is its meaning for the rep; `translated` false means a quote stands in its entry's language. */
export interface Draft {
  language: AssistantLanguage;
  text: string;
  textKo: string | null;
  citations: Citation[];
  unsupported: string[];
  missing: string[];
  options: DraftOption[];
  questions: string[];
  nextSteps: string[];
  translated: boolean;
}

/** One rule that forbids an automatic reply; `rule` is a stable code. */
export interface GateFailure {
  rule: string;
  detail: string;
}

export interface Gate {
  action: GateAction;
  failures: GateFailure[];
}

export interface AssistResult {
  engine: 'embedded';
  engineVersion: string;
  triage: Triage;
  retrieved: { entryId: string; entryCode: string; score: number }[];
  draft: Draft | null;
  noDraftReason: string | null;
  gate: Gate;
}

/** Reads one message against the knowledge it was created with. Pure: same input, same result. */
export interface Assistant {
  assist(input: AssistantInput): AssistResult;
}

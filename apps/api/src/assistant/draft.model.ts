import { Field, Float, ID, InputType, Int, ObjectType, createUnionType, registerEnumType } from '@nestjs/graphql';
import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { Node } from '../platform/graphql/node.type.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { DateTime, LocalDate } from '../platform/graphql/scalars.ts';
import { StorableText } from '../platform/graphql/storable-text.ts';

/** How a draft stands. */
export enum DraftStatus {
  READY = 'ready',
  NONE = 'none',
  OUTDATED = 'outdated',
  USED = 'used',
  DISCARDED = 'discarded',
}
registerEnumType(DraftStatus, {
  name: 'DraftStatus',
  description: 'NONE: the assistant has none and says why. OUTDATED: a newer message or a reply came after it.',
});

@ObjectType({ description: 'The knowledge entry behind a sentence of the draft.' })
export class Citation {
  @Field(() => Int, { description: 'Number of the mark [n] in the text.' })
  n!: number;

  @Field(() => ID, { description: 'The entry.' })
  entryId!: string;

  @Field({ description: 'Its code.' })
  entryCode!: string;

  @Field({ description: 'Its title when cited.' })
  title!: string;

  @Field({ description: 'The sentence that was quoted.' })
  quote!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day on which it may be quoted.' })
  validUntil!: string | null;

  @Field({ description: 'False once the entry has been deleted, changed, expired or made internal.' })
  current!: boolean;
}

@ObjectType({ description: 'A way out when the request cannot be met as asked.' })
export class DraftOption {
  @Field({ description: 'A, B or C.' })
  label!: string;

  @Field({ description: 'The offer.' })
  text!: string;
}

@ObjectType({ description: "Why a verdict was reached, in the buyer's own words." })
export class TriageReason {
  @Field({ description: 'Stable code, such as intent:moq or spam:phishing.' })
  verdict!: string;

  @Field({ description: "The buyer's words." })
  quote!: string;
}

@ObjectType({ description: 'First-pass filtering of one message.' })
export class Triage {
  @Field({ description: 'ISO 639-1 code.' })
  language!: string;

  @Field({ description: 'False when the text is too short or mixed to tell.' })
  languageCertain!: boolean;

  @Field(() => Float, { description: 'Probability, 0 to 1, that it is spam.' })
  spamProbability!: number;

  @Field(() => String, { nullable: true, description: 'Kind of spam it would be.' })
  spamType!: string | null;

  @Field({ description: 'qualified, nurture or low.' })
  lead!: string;

  @Field(() => [String], { description: 'What the buyer wants, primary first.' })
  intents!: string[];

  @Field(() => Float, { description: 'Confidence, 0 to 1, in the primary intent.' })
  confidence!: number;

  @Field({ description: 'The assistant is not sure enough; a person should decide.' })
  unsure!: boolean;

  @Field({ description: 'low, normal or high.' })
  urgency!: string;

  @Field(() => [String], { description: 'Slugs of the products named.' })
  products!: string[];

  @Field(() => [Int], { description: 'Quantities asked for.' })
  quantities!: number[];

  @Field(() => String, { nullable: true, description: 'Destination, ISO 3166-1 alpha-2.' })
  country!: string | null;

  @Field(() => String, { nullable: true, description: "The buyer's target price with currency." })
  targetPrice!: string | null;

  @Field(() => String, { nullable: true, description: "The buyer's deadline, word for word." })
  deadline!: string | null;

  @Field({ description: 'yes, partial or no: whether the knowledge base answers it.' })
  answerable!: string;

  @Field({ description: 'The text tries to command the assistant; it is treated as content.' })
  injection!: boolean;

  @Field(() => [TriageReason], { description: "The buyer's words behind the verdicts." })
  reasons!: TriageReason[];
}

@ObjectType({ description: 'A rule that kept the draft from being sent without a person.' })
export class GateFailure {
  @Field({ description: 'Stable code of the rule.' })
  rule!: string;

  @Field({ description: 'What it found, for developers.' })
  detail!: string;
}

@ObjectType({
  implements: () => Node,
  description: "The assistant's answer to one message: a suggested reply, or why there is none.",
})
export class Draft extends Node {
  @Field(() => DraftStatus, { description: 'How it stands.' })
  status!: DraftStatus;

  @Field(() => String, { nullable: true, description: 'Stable code of why there is none.' })
  noDraftReason!: string | null;

  @Field(() => String, { nullable: true, description: 'Language of the text, ISO 639-1.' })
  language!: string | null;

  @Field(() => String, { nullable: true, description: 'Suggested reply with citation marks [n].' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'The text without citation marks, as it would be sent.' })
  plainText!: string | null;

  @Field(() => String, { nullable: true, description: 'Its meaning in Korean, as far as authored text allows.' })
  textKo!: string | null;

  @Field(() => [Citation], { description: 'Entries behind the marks.' })
  citations!: Citation[];

  @Field(() => [String], { description: 'Claims without a source.' })
  unsupported!: string[];

  @Field(() => [String], { description: 'Facts that are missing.' })
  missing!: string[];

  @Field(() => [DraftOption], { description: 'Options when the request cannot be met as asked.' })
  options!: DraftOption[];

  @Field(() => [String], { description: 'Clarifying questions, at most three.' })
  questions!: string[];

  @Field(() => [String], { description: 'Next steps with dates in business days.' })
  nextSteps!: string[];

  @Field({ description: "False when an entry's sentence is quoted in the entry's language." })
  translated!: boolean;

  @Field(() => Triage, { description: 'First-pass filtering of the message.' })
  triage!: Triage;

  @Field({ description: 'auto_reply, draft, hold or discard: what the policy allows.' })
  gateAction!: string;

  @Field(() => [GateFailure], { description: 'Every rule that failed.' })
  gateFailures!: GateFailure[];

  @Field({ description: 'Engine and version.' })
  engine!: string;

  @Field(() => DateTime, { description: 'When it was made.' })
  createdAt!: Date;

  @Field(() => ID, { description: 'The message it answers.' })
  messageId!: string;
}

export const DiscardDraftResult = createUnionType({
  name: 'DiscardDraftResult',
  description: 'The draft as it stands now, or that there is none.',
  types: () => [Draft, NotFound] as const,
});

@InputType({ description: 'Puts a draft aside with the reason, from which the assistant is judged.' })
export class DiscardDraftInput {
  @Field(() => ID, { description: 'The draft.' })
  @IsUUID()
  id!: string;

  @Field({ description: 'Why, 1 to 200 characters: a code of the screen or own words.' })
  @StorableText()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reason!: string;
}

import { Injectable } from '@nestjs/common';
import { visibleText } from '@dangol/crm';
import {
  BuyersRepository,
  ConversationsRepository,
  EventLog,
  SampleRequestsRepository,
  refuse,
  type BuyerEntity,
  type Refused,
  type SampleRequestEntity,
} from '@dangol/db';
import { ChangeStageUseCase } from '../pipeline/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import type { InvalidField } from '../platform/graphql/shared-refusals.ts';
import { goodsOf, invalidRequest } from './check-sample.ts';
import { KeepPolicyUseCase } from './keep-policy.use-case.ts';
import { NoExchangeRate, type RequestSampleInput, type SampleSaved } from './sample.input.ts';
import { SampleAnswers } from './sample-answers.ts';
import { SampleKind } from './sample.model.ts';
import { SampleTermsReader, type SampleTerms } from './sample-terms.ts';

type Outcome = SampleSaved | Refused<NotFound | InvalidField | NoExchangeRate>;

/** Requests a sample: the grade, the rules and the policy that stand now are its terms for good. */
@Injectable()
export class RequestSampleUseCase {
  constructor(
    private readonly buyers: BuyersRepository,
    private readonly conversations: ConversationsRepository,
    private readonly samples: SampleRequestsRepository,
    private readonly terms: SampleTermsReader,
    private readonly keepPolicy: KeepPolicyUseCase,
    private readonly changeStage: ChangeStageUseCase,
    private readonly answers: SampleAnswers,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  execute(ctx: RequestContext, input: RequestSampleInput): Promise<Outcome> {
    return this.answers.after<NotFound | InvalidField | NoExchangeRate>(ctx, async () => {
      const invalid = invalidRequest(input);
      if (invalid) return refuse(invalid);
      const buyer = await this.buyers.findById(ctx, input.buyerId, { lock: true });
      if (!buyer || buyer.erasedAt || !(await this.belongs(ctx, input))) return refuse(new NotFound());
      const known = await this.samples.findById(ctx, input.id);
      if (known) {
        assertSameRequest(known, input);
        return known.id;
      }
      const now = this.clock.now();
      await this.keepPolicy.ensure(ctx, now);
      const terms = await this.terms.read(ctx, { ...input, goodsMinor: goodsOf(input), grade: buyer.grade }, now);
      if (terms instanceof NoExchangeRate) return refuse(terms);
      await this.insert(ctx, input, buyer, terms, now);
      // A gift to a buyer who sells already says nothing of how far the sale is.
      if (input.kind === SampleKind.EVALUATION)
        await this.changeStage.followEvent(ctx, buyer.id, 'sample_requested', now);
      return input.id;
    });
  }

  private async insert(
    ctx: RequestContext,
    input: RequestSampleInput,
    buyer: BuyerEntity,
    terms: SampleTerms,
    now: Date,
  ): Promise<void> {
    await this.samples.insert(ctx, {
      id: input.id,
      buyerId: buyer.id,
      conversationId: input.conversationId ?? null,
      kind: input.kind,
      items: input.items.map(({ description, quantity, amountMinor }) => ({
        ...{ description: visibleText(description) ?? '', quantity, amountMinor: amountMinor.toString() },
      })),
      purpose: visibleText(input.purpose) ?? '',
      successTest: visibleText(input.successTest) ?? '',
      currency: input.currency,
      goodsMinor: goodsOf(input),
      courierMinor: input.courierMinor,
      costMinor: terms.costMinor,
      baseCurrency: terms.baseCurrency,
      baseRate: terms.baseRate,
      baseCostMinor: terms.baseCostMinor,
      gradeAtRequest: buyer.grade,
      gradingRulesVersion: buyer.gradingRulesVersion,
      policyId: terms.current.id!, // the version that the share is of, even if a newer one was saved since the first look
      policySharePercent: terms.sharePercent,
      buyerSharePercent: terms.sharePercent,
      buyerPaysMinor: terms.buyerPaysMinor,
      sellerPaysMinor: terms.sellerPaysMinor,
      stage: 'requested',
      stageSince: now,
      requestedAt: now,
      requestedBy: ctx.member?.id ?? null,
    });
    this.events.append(ctx, {
      verb: 'sample.requested',
      subjectKind: 'sample',
      subjectId: input.id,
      buyerId: buyer.id,
      conversationId: input.conversationId ?? null,
      data: { kind: input.kind, grade: buyer.grade, buyerSharePercent: terms.sharePercent },
    });
  }

  /** The conversation named, if any, is one of the buyer's. */
  private async belongs(ctx: RequestContext, { conversationId, buyerId }: RequestSampleInput): Promise<boolean> {
    if (!conversationId) return true;
    return (await this.conversations.findById(ctx, conversationId))?.buyerId === buyerId;
  }
}

function assertSameRequest(known: SampleRequestEntity, input: RequestSampleInput): void {
  if (known.buyerId !== input.buyerId) throw new CodedError('CONFLICT', 'The id belongs to another sample');
}

import { Injectable } from '@nestjs/common';
import { advanceSample, isSampleOpen, splitSampleCost, visibleText, type SampleStage } from '@dangol/crm';
import {
  EventLog,
  OrdersRepository,
  SamplePoliciesRepository,
  SampleRequestsRepository,
  isRefused,
  newId,
  refuse,
  type Refused,
  type SampleRequestEntity,
} from '@dangol/db';
import { LogSupportUseCase, RegradeBuyersUseCase, SupportKind } from '../buyers/index.ts';
import { StageRefused } from '../pipeline/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { InvalidField } from '../platform/graphql/shared-refusals.ts';
import type { AdvanceSampleInput, OverrideSampleShareInput, SampleSaved } from './sample.input.ts';
import { SampleAnswers } from './sample-answers.ts';
import { readPolicy } from './sample-policy.query.ts';

type Refusal = NotFound | InvalidField | StageRefused;
type Outcome = SampleSaved | Refused<Refusal>;

/** Takes a sample from stage to stage, and sets another share than the policy's. */
@Injectable()
export class AdvanceSampleUseCase {
  constructor(
    private readonly samples: SampleRequestsRepository,
    private readonly policies: SamplePoliciesRepository,
    private readonly orders: OrdersRepository,
    private readonly regradeBuyers: RegradeBuyersUseCase,
    private readonly logSupport: LogSupportUseCase,
    private readonly answers: SampleAnswers,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** A sample that is in the stage already stays as it is: the request was repeated. */
  advance(ctx: RequestContext, input: AdvanceSampleInput): Promise<Outcome> {
    if (input.to === 'approved' && !ctx.permissions.has('sample:approve'))
      throw new CodedError('FORBIDDEN', 'Your role lacks the permission sample:approve');
    return this.change(ctx, input.id, async (sample) => {
      const verdict = advanceSample(sample.stage, input.to);
      if (verdict === 'same_stage') return null;
      if (verdict !== 'allowed') return new StageRefused(verdict);
      return (await this.whatIsMissing(ctx, sample, input)) ?? (await this.enter(ctx, sample, input.to, input));
    });
  }

  /** The reason and who gave it stay with the sample, every earlier share in the event log. */
  overrideShare(ctx: RequestContext, input: OverrideSampleShareInput): Promise<Outcome> {
    return this.change(ctx, input.id, async (sample) => {
      const { buyerSharePercent } = input;
      const reason = visibleText(input.reason);
      if (buyerSharePercent < 0 || buyerSharePercent > 100)
        return new InvalidField('buyerSharePercent', 'must be 0 to 100 percent');
      if (!reason) return new InvalidField('reason', 'must say why');
      if (!isSampleOpen(sample.stage)) return new StageRefused('sample_ended');
      const { policy } = await this.policies.getById(ctx, sample.policyId);
      await this.samples.update(ctx, sample.id, {
        buyerSharePercent,
        ...splitSampleCost(sample, buyerSharePercent, readPolicy(policy).includeCourier),
        overrideReason: reason,
        overriddenBy: ctx.member?.id ?? null,
        overriddenAt: this.clock.now(),
      });
      const data = { from: sample.buyerSharePercent, to: buyerSharePercent };
      this.append(ctx, sample, 'sample.share_overridden', data);
      return null;
    });
  }

  private change(
    ctx: RequestContext,
    id: string,
    act: (sample: SampleRequestEntity) => Promise<Refusal | null>,
  ): Promise<Outcome> {
    return this.answers.after<Refusal>(ctx, async () => {
      const sample = await this.samples.findById(ctx, id, { lock: true });
      if (!sample) return refuse(new NotFound());
      const refusal = await act(sample);
      return refusal ? refuse(refusal) : id;
    });
  }

  private async whatIsMissing(
    ctx: RequestContext,
    sample: SampleRequestEntity,
    { to, reason, result, orderId }: AdvanceSampleInput,
  ): Promise<InvalidField | StageRefused | null> {
    if (to === 'dropped' && !visibleText(reason ?? '')) return new InvalidField('reason', 'must say why it is dropped');
    if (to === 'feedback' && !visibleText(result ?? ''))
      return new InvalidField('result', 'must say what the buyer said');
    if (to !== 'converted') return null;
    if (!orderId) return new InvalidField('orderId', 'must name the order it led to');
    const order = await this.orders.findById(ctx, orderId);
    if (order?.buyerId !== sample.buyerId) return new StageRefused('order_not_of_buyer');
    const paid = order.paidAt !== null && order.cancelledAt === null && !order.isSample;
    return paid ? null : new StageRefused('order_not_paid');
  }

  private async enter(
    ctx: RequestContext,
    sample: SampleRequestEntity,
    to: SampleStage,
    { reason, result, orderId }: AdvanceSampleInput,
  ): Promise<NotFound | null> {
    const now = this.clock.now();
    const said = visibleText(result ?? '');
    await this.samples.update(ctx, sample.id, {
      stage: to,
      stageSince: now,
      [`${to}At`]: now,
      ...(to === 'dropped' && { dropReason: visibleText(reason ?? '') }),
      ...(said && { result: said }),
      ...(to === 'converted' && { orderId }),
    });
    this.append(ctx, sample, 'sample.advanced', { from: sample.stage, to });
    // A sample that was taken is a fact of the grade, from its approval on and until it is dropped on the way.
    if (to === 'approved' || to === 'arrived' || to === 'dropped')
      await this.regradeBuyers.execute(ctx, [sample.buyerId], 'facts', now);
    return to === 'sent' && sample.kind === 'growth' ? this.logGift(ctx, sample) : null;
  }

  /** A growth gift that left is support, whose effect the buyer's page shows. */
  private async logGift(ctx: RequestContext, { id, buyerId, items }: SampleRequestEntity): Promise<NotFound | null> {
    const what = items.map(({ description, quantity }) => `${description} x ${quantity}`).join(', ');
    const gift = { id: newId(), buyerId, kind: SupportKind.GIFT, what: what.slice(0, 1000), sampleId: id };
    return isRefused(await this.logSupport.log(ctx, gift)) ? new NotFound() : null;
  }

  private append(
    ctx: RequestContext,
    { id, buyerId, conversationId }: SampleRequestEntity,
    verb: string,
    data: Record<string, unknown>,
  ): void {
    this.events.append(ctx, { verb, subjectKind: 'sample', subjectId: id, buyerId, conversationId, data });
  }
}

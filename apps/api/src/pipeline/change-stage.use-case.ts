import { Injectable } from '@nestjs/common';
import {
  moveByHand,
  stageAfterEvent,
  stageOnWaking,
  type PipelineEvent,
  type PipelineHistory,
  type PipelineStage,
} from '@dangol/crm';
import {
  BuyersRepository,
  EventLog,
  StageChangesRepository,
  TenantDatabase,
  UnitOfWork,
  newId,
  refuse,
  type BuyerEntity,
  type Refused,
  type StageChangeEntity,
  type TenantContext,
} from '@dangol/db';
import { CodedError } from '../platform/errors/coded-error.ts';
import { NotFound } from '../platform/graphql/refusal.type.ts';
import { followOrders } from './follow-orders.query.ts';
import { queryLastOpenStage, queryStageHistory } from './stage-history.query.ts';
import { BuyerStage, StageMoved, StageRefused } from './stage.model.ts';

/** Why a stage changed; kept with the history and the event. */
export type StageCause = StageChangeEntity['cause'];

/** A move that a person asks for. `from` is the stage that the person saw. */
export interface HandMove {
  readonly id: string;
  readonly buyerId: string;
  readonly from: PipelineStage;
  readonly to: PipelineStage;
}

type HandOutcome = string | Refused<NotFound | StageRefused | StageMoved>;

/**
 * The only way a buyer changes its stage: the row is locked, so that the steps of a buyer are one chain, each beginning
 * where and when the one before ended.
 */
@Injectable()
export class ChangeStageUseCase {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly buyers: BuyersRepository,
    private readonly stageChanges: StageChangesRepository,
    private readonly events: EventLog,
  ) {}

  /** A person moves a buyer; answers the id of the step. The same id again changes nothing. */
  byHand(ctx: TenantContext, move: HandMove, now: Date): Promise<HandOutcome> {
    return this.unitOfWork.run<HandOutcome>(ctx, async () => {
      const buyer = await this.buyers.findById(ctx, move.buyerId, { lock: true });
      if (!buyer) return refuse(new NotFound());
      const known = await this.stageChanges.findById(ctx, move.id);
      if (known) return sameMove(known, move);
      if (buyer.stage !== move.from) return refuse(await this.movedMeanwhile(ctx, buyer));
      const verdict = moveByHand(buyer.stage, move.to, buyer.orderCount);
      if (verdict !== 'allowed') return refuse(new StageRefused(verdict));
      await this.move(ctx, buyer, move.to, 'hand', now, move.id);
      return move.id;
    });
  }

  /**
   * The buyers' paid orders were counted: their stages follow them, up and down, in a fixed number of statements. Answers the
   * ids of the steps that were made.
   */
  followOrders(ctx: TenantContext, buyerIds: readonly string[], now: Date): Promise<string[]> {
    return this.unitOfWork.run(ctx, async () => {
      const steps = await followOrders(this.database, ctx, buyerIds, now);
      for (const { buyerId, from, to } of steps)
        this.events.append(ctx, {
          verb: 'buyer.stage_changed',
          subjectKind: 'buyer',
          subjectId: buyerId,
          buyerId,
          data: { from, to, cause: 'orders' },
        });
      return steps.map(({ id }) => id);
    });
  }

  /** A sample was requested or a quote sent: forward only. */
  followEvent(ctx: TenantContext, buyerId: string, event: PipelineEvent, now: Date): Promise<boolean> {
    return this.follow(ctx, buyerId, event, now, async (buyer) =>
      stageAfterEvent(buyer.stage, event, await this.historyOf(ctx, buyer)),
    );
  }

  /** The buyer wrote at `writtenAt`: a dormant one who wrote after it fell silent is back where its orders put it, or where it was. */
  followMessage(ctx: TenantContext, buyerId: string, writtenAt: Date, now: Date): Promise<boolean> {
    return this.follow(ctx, buyerId, 'message', now, async (buyer) =>
      buyer.stage === 'dormant' && writtenAt > buyer.stageSince
        ? stageOnWaking(await this.historyOf(ctx, buyer))
        : buyer.stage,
    );
  }

  /** The same for many who wrote: one look tells who was dormant, and only those are gone after. */
  followMessages(ctx: TenantContext, writtenAt: ReadonlyMap<string, Date>, now: Date): Promise<void> {
    return this.unitOfWork.run(ctx, async () => {
      if (writtenAt.size === 0) return;
      const dormant = await this.database.query<{ id: string }>(
        ctx,
        `select id from buyers where workspace_id = $1 and id = any ($2::uuid[]) and stage = 'dormant' order by id`,
        [ctx.workspaceId, [...writtenAt.keys()]],
        { name: 'dormant-of-buyers' },
      );
      for (const { id } of dormant) await this.followMessage(ctx, id, writtenAt.get(id)!, now);
    });
  }

  private follow(
    ctx: TenantContext,
    buyerId: string,
    cause: StageCause,
    now: Date,
    next: (buyer: BuyerEntity) => Promise<PipelineStage>,
  ): Promise<boolean> {
    return this.unitOfWork.run(ctx, async () => {
      const buyer = await this.buyers.findById(ctx, buyerId, { lock: true });
      if (!buyer) return false;
      const to = await next(buyer);
      if (to === buyer.stage) return false;
      await this.move(ctx, buyer, to, cause, now);
      return true;
    });
  }

  /** A step begins after the one before, whoever's clock is ahead, so that the history has one order. */
  private async move(
    ctx: TenantContext,
    buyer: BuyerEntity,
    to: PipelineStage,
    cause: StageCause,
    now: Date,
    id = newId(),
  ): Promise<void> {
    const changedAt = new Date(Math.max(now.getTime(), buyer.stageSince.getTime() + 1));
    await this.buyers.update(ctx, buyer.id, { stage: to, stageSince: changedAt });
    await this.stageChanges.insert(ctx, {
      id,
      buyerId: buyer.id,
      fromStage: buyer.stage,
      toStage: to,
      cause,
      changedBy: ctx.actor.kind === 'member' ? ctx.actor.id : null,
      changedAt,
      secondsInFrom: BigInt(Math.floor((changedAt.getTime() - buyer.stageSince.getTime()) / 1000)),
    });
    this.events.append(ctx, {
      verb: 'buyer.stage_changed',
      subjectKind: 'buyer',
      subjectId: buyer.id,
      buyerId: buyer.id,
      data: { from: buyer.stage, to, cause },
    });
  }

  private async historyOf(ctx: TenantContext, buyer: BuyerEntity): Promise<PipelineHistory> {
    return {
      orderCount: buyer.orderCount,
      lastOpenStage: await queryLastOpenStage(this.database, ctx, buyer.id),
    };
  }

  private async movedMeanwhile(ctx: TenantContext, buyer: BuyerEntity): Promise<StageMoved> {
    const [last] = await queryStageHistory(this.database, ctx, buyer.id, 1);
    return new StageMoved(buyer.stage as BuyerStage, last?.byName ?? null, buyer.stageSince);
  }
}

function sameMove(known: StageChangeEntity, move: HandMove): string {
  if (known.buyerId !== move.buyerId || known.fromStage !== move.from || known.toStage !== move.to)
    throw new CodedError('CONFLICT', 'The id belongs to another move');
  return known.id;
}

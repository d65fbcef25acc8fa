import { Injectable } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { TakeInMessagesUseCase, type Incoming } from '../../inbox/index.ts';
import type {
  ApplySettings,
  Dependent,
  ImportApplier,
  ImportedRecord,
  RowOutcome,
  RowPreview,
} from '../import-applier.ts';
import { ImportedBuyers } from '../imported-buyers.ts';
import {
  closeThreads,
  keepOwners,
  queryKnownMessages,
  queryStepsByMessage,
  queryThreadBuyers,
  queryUnowned,
} from './inquiries.query.ts';
import { keepFollowing, noteMade } from '../touched-buyers.query.ts';
import { InquiriesUndo } from './inquiries-undo.ts';
import { buyerOfRow } from './orders.applier.ts';
import { planInquiries, type InquiryRow, type PlannedInquiry } from './plan-inquiries.ts';

/** Inquiries and messages of a channel. They are taken in like delivered ones; those of the past start no clock. */
@Injectable()
export class InquiriesApplier implements ImportApplier<InquiryRow> {
  readonly kind = 'inquiries';

  constructor(
    private readonly database: TenantDatabase,
    private readonly buyers: ImportedBuyers,
    private readonly takeIn: TakeInMessagesUseCase,
    private readonly undoing: InquiriesUndo,
  ) {}

  keyOf(record: InquiryRow): string {
    const { externalId, email, phone, name } = buyerOfRow(record);
    const whose = record.external_id ?? record.conversation_id ?? externalId ?? email ?? phone ?? name;
    return JSON.stringify([whose, record.received_at, record.direction, record.message]);
  }

  groupOf(record: InquiryRow): string | null {
    return record.conversation_id;
  }

  async preview(
    ctx: TenantContext,
    records: readonly ImportedRecord<InquiryRow>[],
    settings: ApplySettings,
  ): Promise<RowPreview[]> {
    const named = records.filter(({ record }) => namesBuyer(record));
    const buyers = await this.buyers.preview(
      ctx,
      named.map(({ record }) => buyerOfRow(record)),
      settings,
    );
    const buyerOf = new Map(named.map(({ rowNumber }, index) => [rowNumber, buyers[index]!]));
    const found = records.map((row) => {
      const buyer = buyerOf.get(row.rowNumber);
      return { ...row, buyerId: buyer && 'id' in buyer ? buyer.id : '' };
    });
    const planned = await this.plan(ctx, found, settings);
    const known = await queryKnownMessages(this.database, ctx, settings.channelId, idsOf(planned));
    return planned.map(({ rowNumber, message }): RowPreview => {
      const buyer = buyerOf.get(rowNumber);
      return { rowNumber, known: known.has(message.body.externalId), ...(buyer && { buyer }) };
    });
  }

  async apply(
    ctx: TenantContext,
    records: readonly ImportedRecord<InquiryRow>[],
    settings: ApplySettings,
  ): Promise<RowOutcome[]> {
    const { importId, now } = settings;
    const channelId = channelOf(settings);
    const { found, lost } = await this.buyersOf(ctx, records, settings);
    const planned = await this.plan(ctx, found, settings);
    const buyerIds = [...new Set(found.map(({ buyerId }) => buyerId))];
    await keepFollowing(this.database, ctx, importId, buyerIds);
    const unowned = await queryUnowned(this.database, ctx, importId, buyerIds);
    const stepsBefore = new Set(await queryStepsByMessage(this.database, ctx, buyerIds));
    const incoming = planned.flatMap(({ message, reply }): Incoming[] => (reply ? [message, reply] : [message]));
    const threaded = await this.takeIn.execute(ctx, channelId, incoming, now, importId);
    await keepOwners(this.database, ctx, importId, unowned);
    const steps = await queryStepsByMessage(this.database, ctx, buyerIds);
    await noteMade(
      this.database,
      ctx,
      importId,
      'stage_changes',
      steps.filter((id) => !stepsBefore.has(id)),
    );
    const results = threaded.values();
    const outcomes = planned.map(({ rowNumber, reply }): RowOutcome => {
      const message = results.next().value!;
      const answer = reply ? results.next().value! : null;
      const changed = answer !== null && !answer.known;
      return { rowNumber, outcome: !message.known ? 'created' : changed ? 'updated' : 'unchanged' };
    });
    await this.close(ctx, planned, incoming, threaded, importId);
    return [...lost, ...outcomes];
  }

  dependents(ctx: TenantContext, importId: string): Promise<Dependent[]> {
    return this.undoing.dependents(ctx, importId);
  }

  undo(ctx: TenantContext, importId: string, limit: number): Promise<number> {
    return this.undoing.undo(ctx, importId, limit);
  }

  /** Whose the rows are: by what they say of the buyer, else by the thread they belong to. */
  private async buyersOf(ctx: TenantContext, records: readonly ImportedRecord<InquiryRow>[], settings: ApplySettings) {
    const named = records.filter(({ record }) => namesBuyer(record));
    const resolved = await this.buyers.resolve(
      ctx,
      named.map(({ record }) => buyerOfRow(record)),
      settings,
    );
    const buyerOf = new Map(named.map(({ rowNumber }, index) => [rowNumber, resolved[index]!.buyerId]));
    const threads = new Map(named.map(({ rowNumber, record }) => [record.conversation_id, buyerOf.get(rowNumber)!]));
    const nameless = records.filter(
      ({ rowNumber, record }) => !buyerOf.has(rowNumber) && !threads.has(record.conversation_id),
    );
    const stored = await queryThreadBuyers(
      this.database,
      ctx,
      settings.channelId,
      nameless.map(({ record }) => record.conversation_id!),
    );
    const lost: RowOutcome[] = [];
    const found = records.flatMap(({ rowNumber, record }) => {
      const thread = record.conversation_id;
      const buyerId = buyerOf.get(rowNumber) ?? threads.get(thread) ?? stored.get(thread!);
      if (buyerId) return [{ rowNumber, record, buyerId }];
      const problem = { column: null, field: 'conversation_id', code: 'UNKNOWN_CONVERSATION', value: thread };
      lost.push({ rowNumber, outcome: 'failed', problem });
      return [];
    });
    return { found, lost };
  }

  private async plan(
    ctx: TenantContext,
    rows: readonly (ImportedRecord<InquiryRow> & { readonly buyerId: string })[],
    { channelId, history }: ApplySettings,
  ): Promise<PlannedInquiry[]> {
    const ids = rows.flatMap(({ record }) => record.external_id ?? []);
    return planInquiries(rows, await queryKnownMessages(this.database, ctx, channelId, ids), history);
  }

  /** What the file says is closed stays out of the queue; a conversation that was here before is left as it is. */
  private async close(
    ctx: TenantContext,
    planned: readonly PlannedInquiry[],
    incoming: readonly Incoming[],
    threaded: readonly { conversationId: string }[],
    importId: string,
  ): Promise<void> {
    const closed = new Set(planned.filter((row) => row.closed).map(({ message }) => message));
    const ids = incoming.flatMap((message, index) => (closed.has(message) ? [threaded[index]!.conversationId] : []));
    await closeThreads(this.database, ctx, importId, ids);
  }
}

function namesBuyer(record: InquiryRow): boolean {
  const { externalId, email, phone, name } = buyerOfRow(record);
  return Boolean(externalId ?? email ?? phone ?? name);
}

function idsOf(planned: readonly PlannedInquiry[]): string[] {
  return planned.map(({ message }) => message.body.externalId);
}

function channelOf({ channelId }: ApplySettings): string {
  if (channelId === null) throw new Error('Messages belong to a channel, and this import has none');
  return channelId;
}

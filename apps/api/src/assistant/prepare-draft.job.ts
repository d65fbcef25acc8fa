import type { AssistResult } from '@dangol/ai-assistant';
import { Injectable } from '@nestjs/common';
import { DraftsRepository, EventLog, TenantDatabase, UnitOfWork, newId, type TenantContext } from '@dangol/db';
import { RegradeBuyerUseCase } from '../buyers/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { SlaSettings } from '../sla/index.ts';
import { queryMessageToAssist, type MessageToAssist } from './assistant-input.query.ts';
import { PREPARE_DRAFT } from './prepare-draft.task-name.ts';
import { signalsOf } from './signals-of.ts';
import { storedColumns } from './stored-draft.ts';
import { WorkspaceAssistants } from './workspace-assistants.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  messageId: string;
}

/**
 * Reads one inbound message: filters it, keeps what it tells about the buyer (which may change the grade, and with it the due
 * time), and leaves a draft or the reason why there is none. Running it twice leaves one draft.
 */
@Task(PREPARE_DRAFT)
@Injectable()
export class PrepareDraftJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly assistants: WorkspaceAssistants,
    private readonly settings: SlaSettings,
    private readonly drafts: DraftsRepository,
    private readonly regradeBuyer: RegradeBuyerUseCase,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  async run(payload: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId: payload.workspaceId, actor: { kind: 'assistant', id: null } };
    const now = this.clock.now();
    const message = await queryMessageToAssist(this.database, ctx, payload.messageId, now);
    if (!message) return;
    const { calendar } = await this.settings.current(ctx);
    const withinHours = calendar
      .openOn(Math.floor(now.getTime() / 86_400_000))
      .ranges.some(({ startMs, endMs }) => startMs <= now.getTime() && now.getTime() < endMs);
    const assistant = await this.assistants.of(ctx);
    const result = assistant.assist({ ...message.input, channel: { ...message.input.channel, withinHours } });
    await this.unitOfWork.run(ctx, () => this.store(ctx, payload.messageId, message, result, now));
  }

  private async store(
    ctx: TenantContext,
    messageId: string,
    message: MessageToAssist,
    result: AssistResult,
    now: Date,
  ): Promise<void> {
    await this.database.query(ctx, `select from conversations where workspace_id = $1 and id = $2 for update`, [
      ctx.workspaceId,
      message.conversationId,
    ]);
    const stale =
      message.superseded ?? (await queryMessageToAssist(this.database, ctx, messageId, now))?.superseded ?? null;
    const ready = stale === null && result.draft !== null;
    const row = {
      id: newId(),
      conversationId: message.conversationId,
      messageId,
      status: ready ? ('ready' as const) : ('none' as const),
      noDraftReason: ready ? null : (stale ?? result.noDraftReason ?? 'no_answer'),
      ...storedColumns(result),
      createdAt: now,
    };
    if (!(await this.drafts.insertIfNew(ctx, row, ['messageId']))) return;
    await this.keepTopic(ctx, messageId, message.conversationId, result);
    await this.keepSignals(ctx, messageId, message, result, now);
    this.events.append(ctx, {
      verb: ready ? 'draft.prepared' : 'draft.none',
      subjectKind: 'draft',
      subjectId: row.id,
      conversationId: message.conversationId,
      buyerId: message.buyerId,
      data: { lead: result.triage.lead, intents: result.triage.intents, gate: result.gate.action },
    });
  }

  /**
   * What the newest message of the buyer is about, and in which language: a person's word stays, and a language that the text
   * does not show surely is taken only where the channel named none.
   */
  private async keepTopic(
    ctx: TenantContext,
    messageId: string,
    conversationId: string,
    { triage }: AssistResult,
  ): Promise<void> {
    const { code, certain } = triage.language;
    await this.database.query(
      ctx,
      `update conversations c set
         topic = case when c.topic_by = 'member' then c.topic else coalesce($4, c.topic) end,
         topic_by = case when c.topic_by = 'member' or $4::text is null then c.topic_by else 'assistant' end,
         language = case when $6 or c.language is null then $5 else c.language end
       where c.workspace_id = $1 and c.id = $2 and not exists (
         select from messages m join messages n on n.workspace_id = m.workspace_id and n.conversation_id = m.conversation_id
         where m.workspace_id = $1 and m.id = $3 and n.direction = 'inbound' and (n.sent_at, n.id) > (m.sent_at, m.id))`,
      [ctx.workspaceId, conversationId, messageId, triage.intents[0] ?? null, code, certain],
      { name: 'keep-topic' },
    );
  }

  /** What a message tells about the buyer's intent is kept with its inquiry; a grade that moves re-derives the buyer's open clocks. */
  private async keepSignals(
    ctx: TenantContext,
    messageId: string,
    message: MessageToAssist,
    result: AssistResult,
    now: Date,
  ): Promise<void> {
    await this.database.query(
      ctx,
      `update inquiries set signals = signals || $4::jsonb
       where workspace_id = $1 and id = (
         select i.id from inquiries i join messages m on m.workspace_id = i.workspace_id and m.id = $3
         where i.workspace_id = $1 and i.conversation_id = $2 and i.opened_at <= m.sent_at order by i.opened_at desc limit 1)`,
      [
        ctx.workspaceId,
        message.conversationId,
        messageId,
        JSON.stringify(signalsOf(result.triage, message.input.text, now)),
      ],
    );
    await this.database.query(
      ctx,
      `update buyers set language = $3 where workspace_id = $1 and id = $2 and language is null and $4`,
      [ctx.workspaceId, message.buyerId, result.triage.language.code, result.triage.language.certain],
    );
    await this.regradeBuyer.execute(ctx, message.buyerId, 'inquiry_read', now);
  }
}

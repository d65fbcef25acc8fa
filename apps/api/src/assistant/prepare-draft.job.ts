import type { AssistResult } from '@dangol/ai-assistant';
import { Injectable } from '@nestjs/common';
import { DraftsRepository, EventLog, TenantDatabase, UnitOfWork, newId, type TenantContext } from '@dangol/db';
import { GradeBuyerUseCase } from '../buyers/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { RefreshClocksUseCase, SlaSettings } from '../sla/index.ts';
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
    private readonly gradeBuyer: GradeBuyerUseCase,
    private readonly refreshClocks: RefreshClocksUseCase,
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

  /** What a message tells about the buyer's intent is kept with its inquiry; a grade that moves re-derives the open clock. */
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
    const { changed } = await this.gradeBuyer.execute(ctx, message.buyerId, 'inquiry_read', now);
    if (changed) await this.refreshClocks.execute(ctx, message.conversationId, now);
  }
}

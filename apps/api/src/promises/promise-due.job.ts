import { Injectable } from '@nestjs/common';
import { ConversationsRepository, EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { PROMISE_DUE } from './promise-due.task-name.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
  conversationId: string;
  /** The instant that was promised, ISO 8601: another promise has a job of its own. */
  promisedFor: string;
}

const OVER: readonly string[] = ['spam', 'declined'];

/** Tells the team, once, that an answer which was promised is due and has not been given. */
@Task(PROMISE_DUE)
@Injectable()
export class PromiseDueJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly conversations: ConversationsRepository,
    private readonly events: EventLog,
  ) {}

  async run({ workspaceId, conversationId, promisedFor }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    await this.unitOfWork.run(ctx, async () => {
      const conversation = await this.conversations.findById(ctx, conversationId, { lock: true });
      if (conversation?.promisedFor?.toISOString() !== promisedFor || OVER.includes(conversation.status)) return;
      if (await this.wasTold(ctx, conversationId, promisedFor)) return;
      const { buyerId } = conversation;
      const about = { subjectKind: 'conversation', subjectId: conversationId, conversationId, buyerId };
      this.events.append(ctx, { ...about, verb: 'promise.due', data: { promisedFor } });
    });
  }

  private async wasTold(ctx: TenantContext, conversationId: string, promisedFor: string): Promise<boolean> {
    const told = await this.database.query(
      ctx,
      `select id from events where workspace_id = $1 and subject_kind = 'conversation' and subject_id = $2
         and verb = 'promise.due' and data ->> 'promisedFor' = $3 limit 1`,
      [ctx.workspaceId, conversationId, promisedFor],
    );
    return told.length > 0;
  }
}

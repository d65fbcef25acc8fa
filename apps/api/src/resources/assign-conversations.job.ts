import { Injectable } from '@nestjs/common';
import { planConversations } from '@dangol/crm';
import { EventLog, TenantDatabase, UnitOfWork, type TenantContext } from '@dangol/db';
import { Task, type TaskHandler } from '../platform/jobs/task.decorator.ts';
import { ASSIGN_CONVERSATIONS } from './assign-conversations.task-name.ts';
import { lockAssignment, queryAssignmentRules } from './assignment-rules.query.ts';
import { queryAnsweringMembers, storeAssignees, takeUnassigned } from './conversation-intake.query.ts';

interface Payload extends Record<string, unknown> {
  workspaceId: string;
}

/** Conversations of one unit. */
const BATCH = 50;

/**
 * Gives new conversations to the buyer's owner, else to whom the rules name (spec sla): A to seniors, B to seniors only while
 * they have room, C to the assistant first. Nobody is asked where one person does everything. A job of two workers at once
 * shares the rows between them.
 */
@Task(ASSIGN_CONVERSATIONS)
@Injectable()
export class AssignConversationsJob implements TaskHandler<Payload> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: TenantDatabase,
    private readonly events: EventLog,
  ) {}

  async run({ workspaceId }: Payload): Promise<void> {
    const ctx: TenantContext = { workspaceId, actor: { kind: 'system', id: null } };
    for (;;) {
      const taken = await this.unitOfWork.run(ctx, () => this.assign(ctx));
      if (taken < BATCH) return;
    }
  }

  /** Rows first, then the loads: whoever takes a message in holds its conversation before it asks for loads too. */
  private async assign(ctx: TenantContext): Promise<number> {
    const unassigned = await takeUnassigned(this.database, ctx, BATCH);
    if (unassigned.length === 0) return 0;
    await lockAssignment(this.database, ctx);
    const { rules } = await queryAssignmentRules(this.database, ctx);
    const members = await queryAnsweringMembers(this.database, ctx, rules.defaultCapacity);
    const planned = planConversations(unassigned, members, rules);
    await storeAssignees(this.database, ctx, planned);
    for (const [index, { conversationId, memberId, cause }] of planned.entries()) {
      const { assigneeId: from, buyerId } = unassigned[index]!;
      if (memberId === from) continue;
      this.events.append(ctx, {
        verb: 'conversation.assigned',
        subjectKind: 'conversation',
        subjectId: conversationId,
        conversationId,
        buyerId,
        data: { from, to: memberId, cause, rulesVersion: rules.version },
      });
    }
    return unassigned.length;
  }
}

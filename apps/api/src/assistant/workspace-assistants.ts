import { createEmbeddedAssistant, type Assistant, type AssistantInput } from '@dangol/ai-assistant';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { TenantDatabase, type TenantContext } from '@dangol/db';
import { LRUCache } from 'lru-cache';
import { ENV, type Env } from '../config/env.ts';
import { queryKnowledgeBase, queryKnowledgeStamp, queryProductNames } from '../knowledge/index.ts';

const WARM_UP: AssistantInput = {
  messageId: '',
  channelKind: 'other',
  text: 'Hello, what is your minimum order quantity?',
  subject: null,
  buyerName: null,
  sellerName: '',
  automatedSender: false,
  asOf: '2026-01-01',
  thread: { humanReplied: false, autoRepliesToday: 0 },
  channel: { autoMode: false, withinHours: false },
  policy: { killSwitch: true, reviewedDrafts: 0, answerThreshold: 1, autoGrades: [] },
  buyer: { grade: null, openDispute: false },
};

/** The engine of each workspace over its own knowledge base; built anew as soon as an entry changes. */
@Injectable()
export class WorkspaceAssistants implements OnApplicationBootstrap {
  private readonly built = new LRUCache<string, { stamp: string; assistant: Assistant }>({ max: 200 });

  constructor(
    private readonly database: TenantDatabase,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The first message of a process trains the shared models, a second of work: better before than while somebody waits. */
  onApplicationBootstrap(): void {
    if (this.env.nodeEnv !== 'test' && this.env.role !== 'http') createEmbeddedAssistant([], []).assist(WARM_UP);
  }

  async of(ctx: TenantContext): Promise<Assistant> {
    const stamp = await queryKnowledgeStamp(this.database, ctx);
    const known = this.built.get(ctx.workspaceId);
    if (known?.stamp === stamp) return known.assistant;
    const knowledge = await queryKnowledgeBase(this.database, ctx);
    const assistant = createEmbeddedAssistant(knowledge, await queryProductNames(this.database, ctx));
    this.built.set(ctx.workspaceId, { stamp, assistant });
    return assistant;
  }
}

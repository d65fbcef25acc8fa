import { isRefused, newId } from '@dangol/db';
import type { SeededWorkspace } from '@dangol/db/testing';
import { DeliverReplyJob } from '../inbox/deliver-reply.job.ts';
import type { SendReplyInput } from '../inbox/reply.model.ts';
import { SendReplyUseCase } from '../inbox/send-reply.use-case.ts';
import type { RequestContext } from '../platform/context/request-context.ts';
import type { WiredFeatures } from './wired-features.ts';

/** Queues a reply and answers its id; fails when it is refused. */
export async function queueReply(
  wired: WiredFeatures,
  ctx: RequestContext,
  conversationId: string,
  more: Partial<SendReplyInput> = {},
): Promise<string> {
  const input = { id: newId(), conversationId, text: 'Hello', revision: 0, overrideMoved: true, ...more };
  const outcome = await wired.get(SendReplyUseCase).send(ctx, input);
  if (isRefused(outcome)) throw new Error(`The reply was refused: ${outcome.refusal.code}`);
  return outcome.messageId;
}

/** Hands a reply to its channel, as the worker would. */
export function deliverReply(wired: WiredFeatures, workspace: SeededWorkspace, messageId: string): Promise<void> {
  return wired.get(DeliverReplyJob).run({ workspaceId: workspace.workspaceId, messageId });
}

import { ConversationsRepository, MessagesRepository, newId, type MessageEntity } from '@dangol/db';
import type { SeededWorkspace } from '@dangol/db/testing';
import { RefreshClocksUseCase } from '../sla/index.ts';
import type { WiredFeatures } from './wired-features.ts';

/** A thread that a test writes line by line; nothing follows until `refresh`. */
export interface Talk {
  readonly id: string;
  buyer(at: string, text: string): Promise<string>;
  /** A reply of the workspace's owner that the channel took at once. */
  reply(at: string, text: string): Promise<string>;
  refresh(): Promise<void>;
}

type Written = Pick<MessageEntity, 'direction' | 'authorKind' | 'text'> &
  Partial<Pick<MessageEntity, 'authorMemberId' | 'deliveryStatus' | 'acceptedAt'>>;

/** Opens a thread of a buyer on the seeded channel. */
export async function startTalk(
  wired: WiredFeatures,
  workspace: SeededWorkspace,
  { externalId, buyerId, channelId = workspace.channelId }: { externalId: string; buyerId: string; channelId?: string },
): Promise<Talk> {
  const id = newId();
  const { unitOfWork } = wired.db;
  const createdAt = wired.clock.now();
  await unitOfWork.run(workspace, () =>
    wired.get(ConversationsRepository).insert(workspace, {
      ...{ id, channelId, externalId, buyerId, status: 'answered' as const, gradeRank: 4, levelRank: 5 },
      ...{ lastMessageAt: createdAt, lastDirection: 'inbound' as const, createdAt },
    }),
  );
  let revision = 0;
  const write = async (at: string, message: Written) => {
    const messageId = newId();
    const sentAt = new Date(at);
    const row = { id: messageId, conversationId: id, channelId, externalId: messageId, revision: (revision += 1) };
    const created = new Date(Math.max(sentAt.getTime(), createdAt.getTime()));
    await unitOfWork.run(workspace, () =>
      wired.get(MessagesRepository).insert(workspace, { ...row, sentAt, createdAt: created, ...message }),
    );
    return messageId;
  };
  return {
    id,
    buyer: (at, text) => write(at, { direction: 'inbound', authorKind: 'buyer', text }),
    reply: (at, text) =>
      write(at, {
        ...{ direction: 'outbound', authorKind: 'member', text, authorMemberId: workspace.ownerId },
        ...{ deliveryStatus: 'delivered', acceptedAt: new Date(at) },
      }),
    refresh: () =>
      unitOfWork.run(workspace, () => wired.get(RefreshClocksUseCase).execute(workspace, id, wired.clock.now())),
  };
}

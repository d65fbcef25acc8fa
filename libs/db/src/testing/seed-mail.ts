import { newId } from '../ids.ts';
import * as repositories from '../repositories/index.ts';
import type { SeededWorkspace } from './seed-two-workspaces.ts';
import type { DatabaseParts } from './test-database.ts';

const AT = new Date('2026-03-02T00:00:00Z');

/** What an e-mail channel leaves behind: how far it was read, how mail threads, whom no mail may reach. */
export async function seedMail({ unitOfWork }: Pick<DatabaseParts, 'unitOfWork'>, s: SeededWorkspace): Promise<void> {
  await new repositories.MailCursorsRepository(unitOfWork).insert(s, {
    id: newId(),
    channelId: s.channelId,
    folder: 'INBOX',
    uidValidity: 4_294_967_295n,
    lastUid: 7n,
    readAt: AT,
  });
  await new repositories.MailReferencesRepository(unitOfWork).insert(s, {
    id: newId(),
    channelId: s.channelId,
    conversationId: s.conversationId,
    messageHeader: `<message-1@${s.slug}.example>`,
  });
  await new repositories.MailSuppressionsRepository(unitOfWork).insert(s, {
    id: newId(),
    address: `gone@${s.slug}.example`,
    reason: 'bounced',
    detail: '550 5.1.1 no such user',
    channelId: s.channelId,
    createdBy: s.ownerId,
    createdAt: AT,
  });
}

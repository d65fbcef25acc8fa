import { createHash } from 'node:crypto';
import { newId } from '../ids.ts';
import { MacrosRepository, UploadLinksRepository } from '../repositories/index.ts';
import type { SeededWorkspace } from './seed-two-workspaces.ts';
import type { DatabaseParts } from './test-database.ts';

const AT = new Date('2026-03-02T00:00:00Z');

/** What the queue works with: a prepared reply, and a link through which the buyer may send files. */
export async function seedQueue({ unitOfWork }: Pick<DatabaseParts, 'unitOfWork'>, s: SeededWorkspace): Promise<void> {
  await new MacrosRepository(unitOfWork).insert(s, {
    id: newId(),
    name: 'Samples',
    texts: [{ language: 'en', text: `Dear {buyer.name}, samples of ${s.slug} are free.` }],
    createdBy: s.ownerId,
    createdAt: AT,
    updatedAt: AT,
  });
  await new UploadLinksRepository(unitOfWork).insert(s, {
    id: newId(),
    conversationId: s.conversationId,
    tokenHash: createHash('sha256').update(`upload-link-${s.slug}`).digest(),
    createdBy: s.ownerId,
    createdAt: AT,
    expiresAt: new Date('2026-03-16T00:00:00Z'),
  });
}
